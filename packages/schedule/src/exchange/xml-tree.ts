import { SaxesParser } from 'saxes'

/** An element with its text and its child elements; attributes carry nothing in the formats read here. */
export type XmlElement = { readonly name: string; text: string; readonly children: XmlElement[] }

const MAX_DEPTH = 32

/**
 * Parses XML without a document type: nothing can be declared, fetched or expanded, and only the five predefined entities are
 * known. Answers what is wrong, in English, for anything else.
 */
export function parseXml(xml: string): { kind: 'parsed'; root: XmlElement } | { kind: 'rejected'; reason: string } {
  const parser = new SaxesParser()
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let reason: string | undefined
  const reject = (why: string): never => {
    reason ??= why
    throw new Rejected(why)
  }
  parser.on('error', (error) => reject(error.message))
  parser.on('doctype', () => reject('a document type is not allowed'))
  parser.on('opentag', ({ name }) => {
    const element: XmlElement = { name, text: '', children: [] }
    open.at(-1)?.children.push(element)
    root ??= element
    if (open.push(element) > MAX_DEPTH) reject(`nested deeper than ${MAX_DEPTH} levels`)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const append = (text: string): void => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  }
  parser.on('text', append)
  parser.on('cdata', append)
  try {
    parser.write(xml).close()
  } catch (error) {
    if (!(error instanceof Rejected)) throw error
  }
  return reason === undefined && root !== undefined
    ? { kind: 'parsed', root }
    : { kind: 'rejected', reason: reason ?? 'empty' }
}

class Rejected extends Error {}

/** The first child of that name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name)

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** The trimmed text of the first child of that name, or undefined when there is none or it is empty. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  const text = childOf(element, name)?.text.trim()
  return text === '' ? undefined : text
}

// What XML 1.0 cannot carry at all, escaped or not.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** `<name>text</name>`, escaped. */
export function xmlElement(name: string, text: string | number): string {
  const escaped = String(text)
    .replace(FORBIDDEN, '')
    .replace(/[&<>]/g, (sign) => ESCAPES[sign]!)
  return `<${name}>${escaped}</${name}>`
}
