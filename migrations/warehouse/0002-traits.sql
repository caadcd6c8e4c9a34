-- What models say of profiles and posts. '' and 0 = not said; place is the published place as JSON.
ALTER TABLE enrichments
  ADD COLUMN IF NOT EXISTS account_type LowCardinality(String),
  ADD COLUMN IF NOT EXISTS gender LowCardinality(String),
  ADD COLUMN IF NOT EXISTS birthyear UInt16,
  ADD COLUMN IF NOT EXISTS place String CODEC(ZSTD(1)),
  ADD COLUMN IF NOT EXISTS country LowCardinality(String),
  ADD COLUMN IF NOT EXISTS continent LowCardinality(String),
  ADD COLUMN IF NOT EXISTS global_metro_area LowCardinality(String),
  ADD COLUMN IF NOT EXISTS us_metro_area LowCardinality(String),
  ADD COLUMN IF NOT EXISTS interests Array(LowCardinality(String)),
  ADD COLUMN IF NOT EXISTS spam UInt8,
  ADD COLUMN IF NOT EXISTS adult UInt8,
  ADD COLUMN IF NOT EXISTS interestingness Float32;

ALTER TABLE posts
  ADD COLUMN IF NOT EXISTS sentiment LowCardinality(String),
  ADD COLUMN IF NOT EXISTS interests Array(LowCardinality(String)),
  ADD COLUMN IF NOT EXISTS spam UInt8,
  ADD COLUMN IF NOT EXISTS adult UInt8,
  ADD COLUMN IF NOT EXISTS interestingness Float32;

-- Facts of an account's posts: how many of them have each sentiment, are spam or adult, and the interests of at least two.
ALTER TABLE account_activity
  ADD COLUMN IF NOT EXISTS positive_posts UInt64,
  ADD COLUMN IF NOT EXISTS negative_posts UInt64,
  ADD COLUMN IF NOT EXISTS neutral_posts UInt64,
  ADD COLUMN IF NOT EXISTS spam_posts UInt64,
  ADD COLUMN IF NOT EXISTS adult_posts UInt64,
  ADD COLUMN IF NOT EXISTS interests Array(LowCardinality(String));
