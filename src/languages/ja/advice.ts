import type { Parse } from './parse.js'
import { surfacesOf } from './words.js'

/** 疲れを翌日に残さないコツは、湯船につかること: how to live, where nothing sold is named. */
export const isAdvice = ({ hits, words }: Parse): boolean =>
  !hits.some((hit) => hit.row.type === 'agent') &&
  /(?:コツ|こつ|工夫|ヒント|方法|対処法|ポイント|過ごし方|心得|心がけ|知恵|やり方)(?:は|とは|として)[^。]*(?:こと|もの|です|ます|だ|る|う|夜|日)(?:です|だ)?[。]?$/u.test(
    surfacesOf(words),
  )
