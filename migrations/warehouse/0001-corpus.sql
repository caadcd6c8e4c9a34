-- The corpus. Every table is a ReplacingMergeTree: a row may stand twice until a merge, so a reader says FINAL or counts
-- distinct. `-- shard by` tells the migrator how a cluster spreads the table (store/migrate-warehouse.ts); embedded, it is
-- a comment. Times are milliseconds since 1970; a text that the source did not give is '', a number that it did not give
-- is -1, a coordinate NaN: a NOT over a NULL column would silently drop rows.

-- One observation of a profile: the newest wins.
-- shard by cityHash64(id)
CREATE TABLE profiles (
  id String,
  handle String,
  name String,
  summary String,
  location String,
  url String,
  lang LowCardinality(String),
  time_zone LowCardinality(String),
  verified Int8,
  protected Int8,
  published Int64,
  followers Int64,
  friends Int64,
  statuses Int64,
  listed Int64,
  favourites Int64,
  image String,
  observed_at Int64,
  import_id UInt32
) ENGINE = ReplacingMergeTree(observed_at) ORDER BY id SETTINGS index_granularity = 1024;

-- What enrichment says of a profile; version = observed_at * 1000 + number of the model, so that a later look wins.
-- shard by cityHash64(id)
CREATE TABLE enrichments (
  id String,
  influence Float32,
  given_name String,
  family_name String,
  honorific_prefix String,
  name_confidence Float32,
  evidence String,
  model_version LowCardinality(String),
  version Int64
) ENGINE = ReplacingMergeTree(version) ORDER BY id SETTINGS index_granularity = 1024;

-- Names of every account ever met, with or without a profile.
-- shard by cityHash64(id)
CREATE TABLE known_accounts (
  id String,
  handle String,
  name String,
  observed_at Int64
) ENGINE = ReplacingMergeTree(observed_at) ORDER BY id SETTINGS index_granularity = 1024;

-- Whose handle it is; handle in lower case, with its service: twitter:@nasa.
-- shard by cityHash64(handle)
CREATE TABLE handles (
  handle String,
  id String,
  observed_at Int64
) ENGINE = ReplacingMergeTree(observed_at) ORDER BY handle SETTINGS index_granularity = 1024;

-- A follow, once by who follows and once by who is followed: each direction is a range read.
-- shard by cityHash64(follower)
CREATE TABLE follows (
  follower String,
  followee String,
  observed_at Int64,
  import_id UInt32
) ENGINE = ReplacingMergeTree(observed_at) ORDER BY (follower, followee) SETTINGS index_granularity = 1024;

-- shard by cityHash64(followee)
CREATE TABLE followers (
  followee String,
  follower String,
  observed_at Int64,
  import_id UInt32
) ENGINE = ReplacingMergeTree(observed_at) ORDER BY (followee, follower) SETTINGS index_granularity = 1024;

-- language, device, os and domains come from enrichment; mentions are ids or service:@handle.
-- shard by cityHash64(author)
CREATE TABLE posts (
  author String,
  id String,
  created_at Int64,
  kind LowCardinality(String),
  ref_author String,
  lang LowCardinality(String),
  text String CODEC(ZSTD(1)),
  client LowCardinality(String),
  hashtags Array(String),
  mentions Array(String),
  urls Array(String),
  retweets Int64,
  favorites Int64,
  place String,
  latitude Float64,
  longitude Float64,
  language LowCardinality(String),
  device LowCardinality(String),
  os LowCardinality(String),
  domains Array(String),
  model_version LowCardinality(String),
  observed_at Int64,
  import_id UInt32
) ENGINE = ReplacingMergeTree(observed_at) ORDER BY (author, id) SETTINGS index_granularity = 1024;

-- to_id is an id, or service:@handle while nobody knows whose handle it is.
-- shard by cityHash64(from_id)
CREATE TABLE interactions (
  from_id String,
  to_id String,
  type LowCardinality(String),
  post_id String,
  created_at Int64,
  observed_at Int64,
  import_id UInt32
) ENGINE = ReplacingMergeTree(observed_at) ORDER BY (from_id, to_id, type, post_id) SETTINGS index_granularity = 1024;

-- Kept up to date when an import ends (store/corpus-facts.ts): how many distinct people follow an account or engage with it.
-- shard by cityHash64(id)
CREATE TABLE account_reach (
  id String,
  followers UInt64,
  engagers UInt64,
  version UInt64
) ENGINE = ReplacingMergeTree(version) ORDER BY id SETTINGS index_granularity = 1024;

-- Likewise: what an account does. language, device and os are the most frequent of its posts, '' when unknown.
-- shard by cityHash64(id)
CREATE TABLE account_activity (
  id String,
  following UInt64,
  engagements UInt64,
  posts UInt64,
  last_post_at Int64,
  language LowCardinality(String),
  device LowCardinality(String),
  os LowCardinality(String),
  version UInt64
) ENGINE = ReplacingMergeTree(version) ORDER BY id SETTINGS index_granularity = 1024;

-- Likewise: how many people there are about whom follows, or engagements, are known at all.
-- shard by cityHash64(name)
CREATE TABLE corpus_totals (
  name String,
  value UInt64,
  version UInt64
) ENGINE = ReplacingMergeTree(version) ORDER BY name;
