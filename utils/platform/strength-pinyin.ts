/** Pinyin for the estimate of passphrases: the English lists know none, and to a guesser a syllable is one of four hundred. */

/** What leaked lists of Chinese sites hold most, beside digits. */
const WORDS =
  'woaini woaiwo woaiwojia wodemima mima nihao zhongguo beijing shanghai caonima taobao weixin zhifubao baidu tengxun ' +
  'shengri kuaile laopo laogong baobei baobao mingtian xiwang aiqing pengyou woshishui wobuzhidao 520 521 1314 5201314 ' +
  '1314520 7758521 7758258 147258 woaini1314 woaini520';

/** By initial: the finals that stand behind it in the standard table. The most frequent initials come first. */
const SYLLABLES: readonly (readonly [initial: string, finals: string])[] = [
  ['', 'a ai an ang ao e ei en eng er o ou'],
  ['w', 'o ei ang u an ai en a eng'],
  ['x', 'iao i in ia ian iang ie iu ing u ue uan un iong'],
  ['zh', 'ang ong i ou en ao eng u an e ai ei uo ua uai uan uang ui un a'],
  ['l', 'i iu in iang ing ei u ong ian e ai an ang ao eng ia iao ie o ou uan un uo v ve a'],
  ['y', 'ang i u an ing in ue uan un ong ou ao e a'],
  ['j', 'ian ia ing iang in i un u ie iao iu uan ue iong'],
  ['h', 'ua ao ong ui ai uang e uan u a an ang ei en eng ou uai un uo'],
  ['ch', 'en eng un ang ao a ai an e i ong ou u ua uai uan uang ui uo'],
  ['sh', 'i u an ang en eng ui uang ao a ai e ei ou ua uai uan un uo'],
  ['m', 'ing ei a ao in i u an ang e en eng ian iao ie iu o ou ai'],
  ['d', 'ong an a ang e i ian ing u uo ai ao ei en eng iao ie iu ou uan ui un ia'],
  ['g', 'uo ao ang uang an e ong a ai ei en eng ou u ua uai uan ui un'],
  ['b', 'ao ei ing o ai a an ang en eng i ian iao ie in u'],
  ['q', 'iang in ing i ian iu u uan ia iao ie iong ue un'],
  ['t', 'ian ao ang ai an ing a e eng i iao ie ong ou u uan ui un uo'],
  ['f', 'ang an ei eng en u a o ou'],
  ['n', 'i ian a ai an ang ao e ei en eng iang iao ie in ing iu ong ou u uan uo v ve'],
  ['z', 'i ai eng ong a an ang ao e ei en ou u uan ui un uo'],
  ['s', 'un ong i u a ai an ang ao e en eng ou uan ui uo'],
  ['c', 'ai ao i a an ang e en eng ong ou u uan ui un uo'],
  ['r', 'en ong ui u an ang ao e eng i ou uan un uo'],
  ['p', 'eng ing an a ai ang ao ei en i ian iao ie in o ou u'],
  ['k', 'ai ang uang e a an ao en eng ong ou u ua uai uan ui un uo'],
];

/** Ranked, and named as the estimator's own dictionaries are: it warns by the name. */
export const PINYIN: Readonly<Record<string, string[]>> = {
  'passwords-pinyin': WORDS.split(' '),
  'commonWords-pinyin': SYLLABLES.flatMap(([initial, finals]) =>
    finals.split(' ').map((final) => initial + final),
  ),
};
