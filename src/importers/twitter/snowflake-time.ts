/** The first id of November 2010 that carries its time (Twitter's announcement of "snowflake"); older ones only count up. */
const firstSnowflake = 29_700_859_247n
const twitterEpoch = 1_288_834_974_657n

/** When a post with this id (`twitter:<number>`) was made, ms, or nothing for an id of before November 2010. */
export function snowflakeTime(id: string): number | undefined {
  const number = BigInt(id.slice(id.indexOf(':') + 1))
  return number < firstSnowflake ? undefined : Number((number >> 22n) + twitterEpoch)
}
