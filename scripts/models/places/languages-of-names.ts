/** Languages whose names of countries are known. */
export const languagesOfNames = [
  ...['en', 'es', 'pt', 'fr', 'de', 'it', 'nl', 'sv', 'da', 'nb', 'fi', 'is', 'pl', 'cs', 'sk', 'hu', 'ro', 'bg', 'hr', 'sr', 'sl'],
  ...['mk', 'sq', 'el', 'tr', 'ru', 'uk', 'be', 'lt', 'lv', 'et', 'ka', 'hy', 'az', 'kk', 'uz', 'ar', 'fa', 'he', 'ur', 'hi', 'bn'],
  ...['ta', 'te', 'ml', 'mr', 'gu', 'pa', 'kn', 'ne', 'si', 'th', 'vi', 'id', 'ms', 'fil', 'ja', 'ko', 'zh', 'zh-Hant', 'sw', 'af'],
  ...['ca', 'gl', 'eu', 'cy', 'ga', 'mt', 'am']
]
