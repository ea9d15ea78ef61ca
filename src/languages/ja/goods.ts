/** What is compared, asked or praised is the goods and how they come: taste, feel in the mouth, parcel, price. */
export const ofGoods =
  /飲みやす|飲みごこち|飲み心地|飲み口|口あたり|口当たり|のどごし|喉ごし|風味|コク|うまみ|旨み|旨味|焙煎|味[をのはがで]|味が|おいしさ|香り[をのは]|食感|配送|届[いくけ]|お届け|梱包|包装|価格|値段|人気投票|一番人気|デザイン|容器|ボトル|パッケージ|重さ|売上|送料|溶け|崩壊|農薬|重金属|残留|放射|菌数|産地|接客/
