-- What a recording's tag rules say of a post (analytics/csdl/tag-posts.ts): names[i] or scores[i] (NaN for a name) under paths[i], '' for
-- plain tags. `source` is a hash of what was tagged: the same post imported or enriched anew is tagged anew.
-- shard by cityHash64(author)
CREATE TABLE post_tags (
  hash String,
  author String,
  id String,
  paths Array(LowCardinality(String)),
  names Array(LowCardinality(String)),
  scores Array(Float64),
  source UInt64,
  version Int64
) ENGINE = ReplacingMergeTree(version) ORDER BY (hash, author, id) SETTINGS index_granularity = 1024;

-- Up to which state of the corpus the posts of a service are tagged by the rules of a hash.
-- shard by cityHash64(hash)
CREATE TABLE tagged_corpora (
  hash String,
  service LowCardinality(String),
  state String,
  version Int64
) ENGINE = ReplacingMergeTree(version) ORDER BY (hash, service);
