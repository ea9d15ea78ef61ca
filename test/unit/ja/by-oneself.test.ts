import { describe, expect, test } from 'vitest'
import { isBelief, isDeskTalk } from '../../../src/languages/ja/by-oneself.js'

describe('what others held or asked', () => {
  test('a belief of one’s elders that is doubted after it', () => {
    expect(isBelief('梅干しがあれば病気知らず、と祖母は言っていました。', ['祖母は寝込みがちでした。', '過信はいけません。'])).toBe(true)
    expect(isBelief('梅干しがあれば病気知らず、と祖母は言っていました。', ['その味を瓶につめました。', undefined])).toBe(false)
  })
  test('questions of a service desk', () => {
    expect(isDeskTalk('「お通じはいかがですか」。', '電話口でのそんな会話が仕事です。')).toBe(true)
    expect(isDeskTalk('「よく眠れていますか?」', 'この粒は眠りの質を高めます。')).toBe(false)
  })
})
