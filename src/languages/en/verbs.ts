import { set } from './words.js'

/**
 * English verbs by their base form, beside those that `rules/concepts/acts.yml` lists: with them a sentence is read whatever verb it uses
 * (docs/effect-frames.md, the open act). Words that are mostly nouns in texts about health (skin, water, face, age) are left out: taken for verbs
 * they would cut sentences in the wrong place.
 */
export const everydayVerbs = set(`
  abandon abate abolish absorb accelerate accept access accommodate accompany accomplish accumulate ache achieve acquire adapt add adhere adjust
  administer admire admit adopt adorn advance advertise advise affect afford agree aid aim alert align allege allocate allow alter amass amaze amend
  amount analyze anchor announce annoy answer anticipate apologize appeal appear appease applaud apply appoint appreciate apprehend approach approve
  argue arise arm arrange arrest arrive ask assemble assert assess assign associate assume assure attach attain attempt attend attract attribute
  audit author avoid await awake awaken award
  baffle bake bang bathe battle bear become befriend beg begin behave believe belong bend bestow bet bewilder bind bite blame blanket bleach bleed bless
  blink bloat bloom blot blow blur boast boil bolster bolt book boost borrow bother bounce bow brave break breathe breed brew brim bring broaden broil
  brush buffer buffet build bulge bundle burden burn burst bury buy buzz bypass
  calculate call campaign cancel captivate capture care caress carry cascade cast catch cater cause caution cease celebrate center certify chain
  challenge change channel charge chart chase chat check cheer chelate cherish chew chill choke choose chop circulate cite claim clarify clash clean
  clear climb cling cloak clog close clot coat coax cocoon coil collaborate collapse collect comb combine come comment commence commit communicate
  compare compel compensate compete compile complain complement complete comply compose compost compound comprise compromise conceal concede conceive
  concern conclude condense condition conduct confer confide confine confirm conflict confuse congratulate connect conserve consider consist
  consolidate constitute construct consume contact contain contend continue contract contradict contrast control convert convey convince cook coordinate
  copy correct correlate correspond cost count couple cover crack craft crash crave crawl create credit creep crisp criticize cross crowd crumble crush
  cry cultivate curl curtail cushion cut cycle
  damage damp dance dare darken dash date dazzle deactivate deal debate decay deceive decide declare decline decode decompose decorate deepen defeat
  defend define deflate defuse degrade delay delete delight deliver demand demonstrate denote deny depart depend depict deplete deploy deposit deprive
  derive descend describe desensitize deserve design desire destroy detach detect deter determine detoxify devastate develop deviate devise devote
  devour diagnose dice dictate differ diffuse dig digest dilate dilute dim diminish dine dip direct disable disagree disappear disappoint disarm
  discard discharge disclose disconnect discontinue discourage discover discuss disguise dislike dislodge dismiss dispel dispense disperse display
  dispose disrupt dissipate dissolve dissuade distill distinguish distort distract distribute disturb dive diverge divert divide dock dodge dominate
  donate double doubt douse downplay downregulate drag drain draw dread dream dress drift drink drip drive drop drown dry dull dump dwell dwindle
  earn ease eat echo edge edit educate elect elicit eliminate elongate embark embed embody embrace emerge emit emphasize employ empower empty emulate
  enable encapsulate enclose encounter encourage end endorse endure energize enforce engage engineer enhance enjoy enlarge enlighten enlist enliven
  enrich enroll ensure entail enter entertain entice entitle envelop envy equalize equip erase erode erupt escape escort establish estimate etch evade
  evaluate evaporate even evict evoke evolve examine exceed excel except exchange excite exclude excrete excuse execute exert exfoliate exhale exhaust
  exhibit exist exit expand expect expel experience experiment expire explain explode exploit explore export expose express extend extinguish extract
  fabricate facilitate fade fail faint fall falter fan fast fasten favor fear feast feature feed feel fend ferment fetch fight fill film filter
  finance find fine finish fire firm fit fix flag flake flare flash flatten flavor flee flex flicker float flood flourish flow fluctuate flush fly
  foam focus fold follow forbid force forecast forge forget forgive form formulate forward foster found fragment free freeze frequent fret frighten
  frustrate fuel fulfil fulfill function fund furnish fuse
  gain gamble gargle gather gauge generate get give gladden glide glow glue gnaw go govern grab grade graduate grant grasp grate graze greet grieve
  grind grip groan groom ground group grow growl guarantee guess guide gulp gush
  halt halve hammer hamper handle hang happen harbor harden harm harmonize harness harvest hasten hate haul haunt heal heap hear heat help herald hesitate
  hide highlight hijack hike hinder hint hire hit hoard hold honor hook hop hope host hover hug hum hurry hurt hush hydrate
  identify ignite ignore illuminate illustrate imagine imitate immerse impact impair impart impede implant implement imply import impose impress imprint
  improve incline include incorporate increase incur indicate induce indulge infect infer inflame inflate inflict influence inform infuse ingest inhabit
  inhale inherit inhibit initiate inject injure insert insist inspect inspire install instruct insulate insult integrate intend intensify interact
  intercept interest interfere interpret interrupt intervene interview introduce invade invent invert invest investigate invigorate invite invoke
  involve irritate isolate itch
  jam jog join joke jolt judge juggle jump justify
  keep kick kid kill kindle kiss knead kneel knit knock know
  label labor lace lack land last latch lather laugh launch lay layer leach lead leak lean leap learn leave lend lengthen let level liberate lick lie
  lift light lighten like limber limit limp line linger link list listen litter live liven load loan lobby locate lock lodge log long look loom loosen
  loot lose love lower lubricate lull lure lurk
  magnify maintain make manage manipulate manufacture map march marinate mark market marry marvel mash mask massage master match mature maximize mean
  measure mediate meditate meet mellow melt mend mention merge merit methylate migrate mill mimic mince mind mine mingle minimize miss mitigate mix moan
  mobilize mock model moderate modernize modify modulate moisten moisturize monitor motivate mount mourn move multiply munch murmur muster mute
  nag narrow navigate near need neglect negotiate nibble nip nod normalize note notice notify nourish nudge numb nurse nurture
  obey object oblige obscure observe obsess obstruct obtain occupy occur offend offer offset omit ooze open operate oppose opt optimize orbit orchestrate
  order organize originate oust outlast outline outnumber outperform outsmart outweigh overcome overdo overhaul overlap overload overlook overpower
  oversee overtake overturn overwhelm owe own oxidize oxygenate
  pace pacify pack pad paint pamper panic paralyze pardon park part participate pass paste pat patch patrol pause pave pay peak peel peer penetrate perceive
  perform perfuse perish perk permeate permit perpetuate persist persuade pertain phase phone pick pierce pin pinch pitch place plague plan plateau
  play plead please pledge plot plow pluck plug plump plunge point poison poke polish poll ponder pool pop populate portray pose position possess
  postpone pour power practice praise pray precede predict prefer prepare prescribe present preserve press pressure presume pretend prevail prevent prick
  prime print prioritize probe proceed process proclaim procure produce profess profit program progress prohibit project prolong promise promote prompt
  pronounce propel propose prosper protect protest prove provide provoke prune publish puff pull pulse pump punch punctuate punish purchase purge purify
  pursue push put puzzle
  quantify quarrel quash quell quench query quicken quiet quieten quit quiz quote
  race radiate raise rally range rank rate ration rattle reach react reactivate read readjust realign realize reap reappear rear rearrange reassure rebalance
  rebel reboot rebound rebuild recall recede receive recharge recite reckon reclaim recognize recoil recommend reconcile reconnect reconsider reconstruct
  record recoup recover recruit recycle redden redeem redirect rediscover reduce refer refill refine reflect refocus refrain refresh refund refuse regain
  regard regenerate register regret regrow regulate rehydrate reignite rein reinforce reinvent reject rejoice rejuvenate rekindle relapse relate relax
  release relieve relish relocate rely remain remark remedy remember remind remineralize remodel remove render renew renovate rent reopen reorder
  repackage repair repay repeat repel replace replenish reply report represent repress reproduce request require reroute rescue research resemble resent
  reserve reset reshape reside resist resolve resonate respect respond rest restart restock restore restrain restrict result resume resurface retain
  retell rethink retire retrain retreat retrieve return reuse reveal reverse revert review revise revisit revitalize revive reward rewire rid ride ring
  rinse ripen rise risk rival roar roast rob rock roll rotate rouse rout rub ruin rule rumble run rupture rush
  sabotage sacrifice safeguard sag sail salvage sample sap satisfy saturate save savor say scald scale scan scar scare scatter scavenge scent schedule
  scold scoop score scour scout scrape scratch scream screen scrub seal search seat secrete secure sedate see seek seem seep seize select sell send
  sense separate sequester serve set settle sever shake shame shape share sharpen shave shed shelter shield shift shimmer shine ship shiver shock shoo
  shoot shop shorten shout show shower shred shrink shrivel shrug shun shut shuttle sicken side sigh sign signal signify silence simmer simplify simulate sing
  sink sip sit sketch skip slacken slam slap slash sleep slice slick slide slim slip slow slump smash smell smile smoke smolder smooth smother snack snap
  snatch sneak sneeze sniff snore snuff soak soar sob socialize soften solicit solidify solve soothe sort sound source sow spare spark sparkle speak
  specialize specify speed spell spend spill spin spit splash split spoil sponsor spoon spot sprain spray spread spring sprinkle sprint sprout spur
  squash squeeze stabilize stack stage stain stall stamp stand star stare start startle starve state stay steady steal steam steep steer stem step sterilize
  stick stiffen stifle still stimulate sting stir stitch stock stop store straighten strain strand stray streamline strengthen stretch strike strip strive
  stroll structure struggle study stuff stumble stun subdue submit subscribe subside substitute subtract succeed succumb suck sue suffer suffice suggest
  suit summarize summon supersede supplant supplement supply support suppose suppress surface surge surpass surprise surrender surround survey survive
  suspect suspend sustain swallow swap swear sweat sweep sweeten swell swim swing swirl switch sync synchronize synthesize
  tackle tailor taint take talk tally tame tan tangle tap target taste taunt teach team tear tease tell temper tempt tend tense terminate test testify
  thank thaw thicken thin think thread threaten thrive throb throw thrust thwart tickle tidy tie tighten tilt tinge tingle tip tire titrate toast tolerate
  tone top topple toss total touch toughen tour tout tow trace track trade trail train tranquilize transfer transform translate transmit transport trap
  travel treasure treat tremble trick trickle trigger trim triple triumph trouble trust try tuck tug tumble tune turn twinkle twist twitch
  unblock uncover undercut undergo underlie underline undermine understand undertake undo unfold unify unite unlock unplug unravel unstick untangle
  unveil unwind unwrap update upgrade uphold uplift upregulate upset urge urinate use usher utilize
  validate value vanish vanquish vaporize vary vent venture verify vibrate view violate visit visualize vitalize voice void volunteer vomit vote vouch
  vow
  wag wait wake waken walk wander wane want ward warm warn warrant wash waste watch wax weaken wean wear weather weave weed weep weigh welcome
  whet whip whisper whiten widen wield wilt win wind wipe wish withdraw wither withhold withstand witness wonder work worry worsen worship wrap wreck
  wrestle wring wrinkle write
  yawn yearn yell yield
  zap zero zip`)
