import path from 'node:path'
import { keepPartsFew } from '../src/store/keep-parts-few.ts'
import { migrateWarehouse } from '../src/store/migrate-warehouse.ts'
import { openWarehouse } from '../src/store/warehouse.ts'

/** The generated interactions lie in these 28 days, unix seconds, end exclusive. */
export const generatedWindow = { start: 1_496_275_200, end: 1_498_694_400 }

/**
 * Fills a new data folder with interactions of a tenth as many authors: the engine makes them from hashes of the row number, so they
 * are the same in every run. A few authors write most; few words, hashtags and domains are in most texts, as in real ones. Parts are
 * merged as an import's end leaves them.
 */
export async function generateInteractions(home: string, rows: number): Promise<void> {
  await using warehouse = await openWarehouse({ path: path.join(home, 'warehouse') })
  await migrateWarehouse(warehouse)
  const authors = Math.ceil(rows / 10)
  const { start, end } = generatedWindow
  await warehouse.command(
    `
    WITH
      -- The draw-th number of a row from 0 to 1, and a rank below size whose frequency falls off as a power.
      (row, draw) -> (sipHash64(row, draw) % 1000000000) / 1e9 AS part,
      (row, draw, size) -> toUInt32(size * pow(part(row, draw), 4)) AS rank
    INSERT INTO posts (
      author, id, created_at, kind, text, client, hashtags, urls, domains, lang, language, device, os, sentiment, observed_at, import_id
    )
    SELECT
      -- Everybody writes once before anybody writes often.
      concat('twitter:', toString(100000000 + if(number < {authors:UInt64}, number, toUInt64({authors:UInt64} * pow(part(number, 1), 2))))),
      concat('twitter:', toString(5000000000 + number)),
      {start:Int64} * 1000 + toInt64(part(number, 2) * ({end:Int64} - {start:Int64}) * 1000),
      ['post', 'retweet', 'reply'][1 + rank(number, 3, 3)],
      arrayStringConcat(
        arrayConcat(
          arrayMap(word -> concat('word', toString(rank(number, 100 + word, 20000))), range(8 + sipHash64(number, 4) % 8)),
          arrayMap(tag -> concat('#topic', tag), topics),
          arrayMap(site -> concat('https://site', site, '.example/', toString(number % 1000)), sites)
        ),
        ' '
      ),
      ['Web Client', 'Telephone', 'Scheduler'][1 + rank(number, 5, 3)],
      arrayMap(tag -> concat('topic', tag), topics),
      arrayMap(site -> concat('https://site', site, '.example/', toString(number % 1000)), sites),
      arrayMap(site -> concat('site', site, '.example'), sites),
      'en', ['en', 'es', 'fr', 'de'][1 + rank(number, 6, 4)], 'mobile', 'ios',
      ['neutral', 'positive', 'negative'][1 + rank(number, 7, 3)],
      {end:Int64} * 1000,
      1
    FROM (
      SELECT
        number,
        arrayDistinct(arrayMap(tag -> toString(rank(number, 20 + tag, 5000)), range(sipHash64(number, 8) % 3))) AS topics,
        arrayMap(site -> toString(rank(number, 30 + site, 2000)), range(sipHash64(number, 9) % 2)) AS sites
      FROM numbers({rows:UInt64})
    )`,
    { rows, authors, start, end }
  )
  await warehouse.command(
    `
    WITH
      (row, draw) -> (sipHash64(row, draw) % 1000000000) / 1e9 AS part,
      toUInt32(60 * pow(part(number, 52), 2)) AS country_rank
    INSERT INTO enrichments (id, account_type, gender, birthyear, country, version)
    SELECT
      concat('twitter:', toString(100000000 + number)),
      if(part(number, 50) < 0.8, 'person', 'organization'),
      ['', 'female', 'male'][1 + toUInt8(3 * part(number, 51))],
      if(part(number, 53) < 0.2, toUInt16(1950 + 50 * part(number, 53) / 0.2), 0),
      substring('USGBFRDEESITCAAUBRMXINJPKRCNZANGKEEGTRGRPLSENODKFINLBECHATPTIECZHUROBGHRRSUAVECLPECOARUYPYBOECCRPANZSGMYTHVNPHIDLK', 1 + 2 * country_rank, 2),
      1
    FROM numbers({authors:UInt64})`,
    { authors }
  )
  await warehouse.command(
    `
    INSERT INTO profiles (id, handle, name, followers, observed_at, import_id)
    SELECT
      concat('twitter:', toString(100000000 + number)), concat('account', toString(number)), concat('Account ', toString(number)),
      sipHash64(number, 60) % 10000, 1, 1
    FROM numbers({authors:UInt64})`,
    { authors }
  )
  await keepPartsFew(warehouse, ['posts', 'enrichments', 'profiles'], { wholly: true })
}
