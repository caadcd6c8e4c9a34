import { foldName } from './fold-name.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Family names that are Vietnamese and nothing else, without their marks. */
const familyNames = words('nguyen tran pham huynh hoang phan trinh truong dinh vuong quach luu doan thach')
/** And those that others have too: only beside Vietnamese letters, or before a middle name of theirs. */
const sharedFamilyNames = words(
  'le vu vo dang bui do ho ngo duong ly lam luong cao mai to ha chau thai tang dao kieu la luc ngac nghiem phung ta tong trieu'
)
/** Syllables of given names, without their marks. */
const syllables = words(`
  an anh ai bao bang bich binh cam canh cat chau chi chien chinh chung cong cuc cuong dai dan dang danh dao dat diem dien diep dinh do doan dong du duc
  dung duong duy gia giang giao ha hai han hang hanh hao hau hien hieu hinh hoa hoai hoan hoang hoc hoi hong hue hung huong huu huy huyen huynh
  kha khai khang khanh khoa khoi khue kien kieu kim ky lac lai lam lan lang lanh le lien linh loan loc loi long luan luc luong ly mai man manh mau mi
  minh my nam nga ngan nghi nghia ngoc nguyen nguyet nha nhan nhat nhi nhien nhu nhung ninh oanh phat phi phong phu phuc phung phuoc phuong quan quang
  que quoc quy quyen quynh sang sinh son tai tam tan tanh thach thai thang thanh thao the thi thien thieu thinh thinh tho thoa thom thong thu thuan thuc
  thuy thuyet tien tin tinh toan toai tra trac tram trang tri trieu trinh trong truc trung truong tu tuan tue tung tuong tuyen tuyet uyen van vi viet vinh
  vu vuong vy xuan xuyen y yen yến`)

/** Letters that only Vietnamese has among the languages of Latin letters. */
const ownLetters = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu

type VietnameseName = { readonly family: string; readonly middle: readonly string[]; readonly given: string }

/** A Vietnamese name in its own order: family, middle, given name. Nothing where it is turned round, as abroad. */
export function vietnameseName(name: readonly string[]): VietnameseName | undefined {
  const [family = '', ...rest] = name
  const given = rest.at(-1)
  if (given === undefined || rest.length > 4) return undefined
  const first = foldName(family)
  const middle = rest.slice(0, -1)
  if (!familyNames.has(first) && !(sharedFamilyNames.has(first) && isTheirs(name, middle))) return undefined
  return rest.every(word => syllables.has(foldName(word))) && !familyNames.has(foldName(given))
    ? { family, middle, given }
    : undefined
}

const isTheirs = (name: readonly string[], middle: readonly string[]) =>
  middle.some(word => /^(?:thi|van)$/.test(foldName(word))) || ownLetters.test(name.join(' '))
