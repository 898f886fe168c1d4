import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { done, type Outcome, refused } from '@guatu/kernel'
import { create, type Font, type FontCollection } from 'fontkit'
import { refusal } from '../http/refuse.ts'
import { type Face, faces } from './document.ts'
import type { Advance } from './grid.ts'

interface Candidate {
  readonly file: string
  /** Name within a collection. */
  readonly name?: string
}

/** Files that hold a face, best first: the faces that offices have, then the free ones of Debian's fonts-noto-cjk. */
const candidates: Readonly<Record<Face, readonly Candidate[]>> = {
  title: [
    ...['FZXBSJW.TTF', '方正小标宋简体.ttf', '方正小标宋_GBK.ttf', 'FZXBSK.TTF'].map((file) => ({ file })),
    { file: 'NotoSerifCJK-Bold.ttc', name: 'NotoSerifCJKsc-Bold' },
  ],
  text: [
    ...['simfang.ttf', 'SIMFANG.TTF', '仿宋_GB2312.ttf', 'FZFSJW.TTF'].map((file) => ({ file })),
    { file: 'NotoSerifCJK-Regular.ttc', name: 'NotoSerifCJKsc-Regular' },
  ],
  heading: [
    ...['simhei.ttf', 'SIMHEI.TTF', 'FZHTJW.TTF'].map((file) => ({ file })),
    { file: 'NotoSansCJK-Regular.ttc', name: 'NotoSansCJKsc-Regular' },
  ],
  subheading: [
    ...['simkai.ttf', 'SIMKAI.TTF', '楷体_GB2312.ttf', 'FZKTJW.TTF'].map((file) => ({ file })),
    { file: 'ukai.ttc', name: 'UKaiCN' },
    { file: 'NotoSerifCJK-Regular.ttc', name: 'NotoSerifCJKsc-Regular' },
  ],
  number: [
    { file: 'simsun.ttc', name: 'SimSun' },
    { file: 'NotoSerifCJK-Regular.ttc', name: 'NotoSerifCJKsc-Regular' },
  ],
}

const systemFolders = [
  '/usr/share/fonts/opentype/noto',
  '/usr/share/fonts/truetype/arphic',
  '/usr/share/fonts/google-noto-cjk',
  '/usr/share/fonts/noto-cjk',
]

export interface FaceFile {
  readonly path: string
  readonly name: string | undefined
}

export type FaceFiles = Readonly<Record<Face, FaceFile>>

const noFont = {
  zh: '服务器上没有中文字体，不能生成 PDF。请安装 fonts-noto-cjk，或用 GUATU_FONTS 指明存放字体文件的文件夹；Word 文件不受影响',
  en: 'The server has no Chinese font and cannot make a PDF. Install fonts-noto-cjk, or name a folder of font files with GUATU_FONTS; the Word file needs none',
}

/** The file of each face: from the folder that the operator names, else from where systems keep the free faces. */
export function findFaces(folder: string | undefined, system: readonly string[] = systemFolders): Outcome<FaceFiles> {
  const folders = [...(folder ? [folder] : []), ...system]
  const found = faces.map((face): [Face, FaceFile] | undefined => {
    for (const { file, name } of candidates[face]) {
      const path = folders.map((place) => join(place, file)).find((place) => existsSync(place))
      if (path) return [face, { path, name }]
    }
    return undefined
  })
  const missing = found.some((entry) => entry === undefined)
  if (missing) return refused(refusal('FONT_MISSING', noFont))
  return done(Object.fromEntries(found as [Face, FaceFile][]) as unknown as FaceFiles)
}

const isCollection = (opened: Font | FontCollection): opened is FontCollection => 'fonts' in opened

/** A face's file, read once for measuring and for setting. */
export interface OpenFace {
  readonly file: FaceFile
  readonly bytes: Buffer
  readonly font: Font
}

export type OpenFaces = Readonly<Record<Face, OpenFace>>

export function openFaces(files: FaceFiles): OpenFaces {
  const bytes = new Map<string, Buffer>()
  const read = (path: string): Buffer => {
    const known = bytes.get(path) ?? readFileSync(path)
    bytes.set(path, known)
    return known
  }
  const entries = faces.map((face): [Face, OpenFace] => {
    const file = files[face]
    const content = read(file.path)
    const opened = create(content, file.name)
    const font = isCollection(opened) ? (opened.fonts[0] as Font) : opened
    return [face, { file, bytes: content, font }]
  })
  return Object.fromEntries(entries) as unknown as OpenFaces
}

/** Characters of a text that a face has no picture of. */
export const missingGlyphs = ({ font }: OpenFace, text: string): string[] =>
  [...text].filter((char) => !font.hasGlyphForCodePoint(char.codePointAt(0) as number))

/** Advances in ems, each looked up once. */
export function advanceOf(open: OpenFaces): Advance {
  const known = new Map<string, number>()
  return (face, char) => {
    const key = `${face}${char}`
    const found = known.get(key)
    if (found !== undefined) return found
    const { font } = open[face]
    const advance = font.glyphForCodePoint(char.codePointAt(0) as number).advanceWidth / font.unitsPerEm
    known.set(key, advance)
    return advance
  }
}
