import { type Static, Type } from 'typebox'
import type { ProfileId } from '../../model/ids.ts'
import type { Warehouse } from '../../store/warehouse.ts'

const Row = Type.Object({
  id: Type.String(),
  handle: Type.String(),
  name: Type.String(),
  summary: Type.String(),
  location: Type.String(),
  url: Type.String(),
  lang: Type.String(),
  verified: Type.Integer(),
  protected: Type.Integer(),
  published: Type.Integer(),
  followers: Type.Integer(),
  friends: Type.Integer(),
  statuses: Type.Integer(),
  listed: Type.Integer(),
  favourites: Type.Integer(),
  image: Type.String(),
  is_enriched: Type.Integer(),
  influence: Type.Number(),
  given_name: Type.String(),
  family_name: Type.String(),
  honorific_prefix: Type.String(),
  account_type: Type.String(),
  gender: Type.String(),
  birthyear: Type.Integer(),
  place: Type.String(),
  interests: Type.Array(Type.String()),
  spam: Type.Integer(),
  adult: Type.Integer(),
  interestingness: Type.Number(),
  evidence: Type.String(),
  model_version: Type.String(),
  enriched_at: Type.Integer()
})

/** A profile as it was seen last, and what enrichment says of it; '' and numbers below 0 stand for what is not known. */
export type EnrichedProfile = Static<typeof Row>

export async function enrichedProfiles(warehouse: Warehouse, ids: readonly ProfileId[]): Promise<EnrichedProfile[]> {
  return await warehouse.rows(Row, sql, { ids })
}

const sql = `
  SELECT
    seen.*,
    said.version > 0 AS is_enriched,
    round(toFloat64(said.influence), 2) AS influence,
    said.given_name AS given_name, said.family_name AS family_name, said.honorific_prefix AS honorific_prefix,
    said.account_type AS account_type, said.gender AS gender, said.birthyear AS birthyear, said.place AS place,
    said.interests AS interests, said.spam AS spam, said.adult AS adult,
    round(toFloat64(said.interestingness), 4) AS interestingness,
    said.evidence AS evidence, said.model_version AS model_version,
    -- A version is the time of the observation with the model's number behind it.
    intDiv(said.version, 1000) AS enriched_at
  FROM (
    SELECT
      id, handle, name, summary, location, url, lang, verified, protected, published,
      followers, friends, statuses, listed, favourites, image
    FROM profiles
    WHERE id IN {ids:Array(String)}
    ORDER BY id, observed_at DESC
    LIMIT 1 BY id
  ) AS seen
  GLOBAL LEFT JOIN (
    SELECT
      id, influence, given_name, family_name, honorific_prefix, account_type, gender, birthyear, place, interests,
      spam, adult, interestingness, evidence, model_version, version
    FROM enrichments FINAL -- Of two rows of one observation the one that was written last.
    WHERE id IN {ids:Array(String)}
    ORDER BY id, version DESC
    LIMIT 1 BY id
  ) AS said ON said.id = seen.id
  ORDER BY id`
