/** What a machine can tell of a Korean text beside its English, as words for the translator; nothing where it is well. */
export function faultsOf(english: string, korean: string): readonly string[] {
  if (korean.trim() === '') return ['empty'];
  return [
    ...MARKUP.flatMap(({ name, marks }) => (same(english, korean, marks) ? [] : [`${name} differ`])),
    ...forbiddenIn(korean).map((word) => `not used here: ${word}`),
    ...(PARTICLE.test(korean) ? ['a particle that depends on the sound of a value'] : []),
    ...(doubleParticles(korean) > 1 ? ['more than one double particle'] : []),
    ...(korean === korean.normalize('NFC') ? [] : ['not in NFC']),
    ...(ending(english) === ending(korean) ? [] : [`ends in ${ending(korean) || 'no mark'}`]),
    ...(ending(korean) === '.' && !SENTENCE.test(korean) ? ['a sentence ends in 다, 요 or 까'] : []),
  ];
}

/** Words of a Korean text that the glossary has another word for. */
export function forbiddenIn(korean: string): readonly string[] {
  return FORBIDDEN.flatMap((words) => (words.exec(korean) ?? []).slice(0, 1));
}

/** How many particles stand in both forms, as `을(를)`. */
export function doubleParticles(korean: string): number {
  return korean.match(DOUBLE)?.length ?? 0;
}

/** A title is a noun: `… 추가`. */
export function isTitle(korean: string): boolean {
  return !/(?:다|요|까|세요)[.?]?$/.test(korean);
}

/** What both languages have equally often. */
const MARKUP = [
  { name: 'values', marks: /\{\d+\}/g },
  { name: 'code spans', marks: /`[^`]*`/g },
  { name: 'addresses', marks: /https?:\/\/[^\s)]+/g },
  { name: 'icons', marks: /\$\([^)]*\)/g },
  { name: 'settings', marks: /#[\w.]+#/g },
  { name: 'asterisks', marks: /\*/g },
  { name: 'line breaks', marks: /\n/g },
] as const;

function same(english: string, korean: string, marks: RegExp): boolean {
  const [one, other] = [english, korean].map((text) => (text.match(marks) ?? []).toSorted().join(' '));
  return one === other;
}

/** 을/를, 이/가, 은/는, 과/와 and 으로/로 after a value: which one, nobody knows before the value is there. */
const PARTICLE = /\}[`'"]?(?:은|는|이|가|을|를|과|와|으로|로)(?![가-힣])/;
const DOUBLE = /을\(를\)|이\(가\)|은\(는\)|과\(와\)|\(으\)로/g;

/** Words that machines and older manuals write, and other ways of writing a word of the glossary. */
const FORBIDDEN = [
  /연합|페더럴|페더링|페더전|공개 공급자|제공자|제공업체/,
  /라이센스|매개변수|객체|우선순위|미리보기|로드 밸런서|명령렛/,
  /전화 접속|(?<![가-힣])행동|부여|엣지|에 지(?![가-힣])|프로 비전|사양|스펙|향상된 키|제목 대체|공인인증/,
  // Two words for one thing: the one of docs/ko/terms.md stays.
  /동작(?=[하합했할한])|네임 서버|디렉토리|로그온|이메일|글로벌|리포지토리|온프레미스|데스크탑|메세지|쉘|코멘트|스니펫/,
  /(?:정책|공급자|설정|도메인|요청|항목|파트너|레코드)[을를] 삭제|(?:서버|DNS|곳)에[만도]? 조회/,
  /하십시오|당신|귀하|(?<![가-힣])(?:참|거짓|예|아니요)(?![가-힣:])|되어지|를\(을\)|가\(이\)|\(이\)가/,
  /[，。：！？「」、（）]|ㆍ|(?<=\S) {2}/,
];

/** How a text ends. */
function ending(text: string): string {
  return /[.?:…!]$/.exec(text.trimEnd())?.[0] ?? '';
}

/** A name is no sentence. */
const SENTENCE = /(?:[다요까]|[\])}`*"'\w])\.$/;
