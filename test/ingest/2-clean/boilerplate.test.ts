import { describe, expect, test } from '@jest/globals'
import { boilerplateSpans, bylineOf, standsInByline } from '../../../ingest/2-clean/boilerplate.js'
import { cleanSpan, sliceSpan } from '../../../src/core/span.js'
import { ARTICLE } from './sentences.js'

describe('boilerplateSpans', () => {
  test.each([
    ['项目将于年底建成。返回搜狐，查看更多', ['返回搜狐，查看更多']],
    ['会议顺利闭幕。责任编辑：周小禾', ['责任编辑：周小禾']],
    ['发布日期：2023-08-09 12:05:54\n云湖区召开大会。', ['发布日期：2023-08-09 12:05:54']],
    ['点击进入专题\n正文在此。', ['点击进入专题']],
    ['大会闭幕。（来源：云湖日报）', ['（来源：云湖日报）']],
    ['未经授权不得转载\n正文。', ['未经授权不得转载']],
  ])('%s', (text, expected) => {
    const spans = boilerplateSpans(text)
    const covered = (at: number): boolean => spans.some(({ start, end }) => at >= start && at < end)
    for (const part of expected) {
      const start = text.indexOf(part)
      expect(Array.from({ length: part.length }, (_, i) => covered(start + i)).every(Boolean)).toBe(true)
    }
    // and nothing else
    expect(spans.every((span) => expected.some((part) => part.includes(sliceSpan(text, span))))).toBe(true)
  })

  test('finds none in a report', () => {
    expect(boilerplateSpans(ARTICLE)).toEqual([])
  })

  test('gives spans in order', () => {
    const spans = boilerplateSpans('点击进入专题\n发布日期：2023-08-09\n正文。责任编辑：周小禾\n返回搜狐，查看更多')
    expect(spans.map(({ start }) => start)).toEqual([...spans.map(({ start }) => start)].sort((a, b) => a - b))
  })
})

describe('bylineOf', () => {
  test.each([
    ['云湖日报讯（记者李彤）10日下午，大会召开。', ['李彤']],
    ['本报记者 周禾 通讯员 沈小舟\n云湖区召开大会。', ['周禾', '沈小舟']],
    ['大会闭幕。责任编辑：张三丰', ['张三丰']],
    ['图为现场。记者 陆远摄', ['陆远']],
    ['记者从市政府获悉，大会将于下月召开。', []],
    ['记者了解到，园区已建成。', []],
  ])('%s', (text, names) => {
    const found = bylineOf(text)
    expect(found.map(({ name }) => name)).toEqual(names)
    for (const { name, span } of found) expect(sliceSpan(text, span)).toBe(name)
  })
})

describe('standsInByline', () => {
  test.each([
    ['（记者 李彤）市长周岚出席。', '李彤', true],
    ['（记者 李彤）市长周岚出席。', '周岚', false],
    ['现场。陆远摄', '陆远', true],
    ['陆远报道称，项目已建成。', '陆远', false],
  ])('%s: %s', (text, name, expected) => {
    const start = text.indexOf(name)
    expect(standsInByline(text, cleanSpan(start, start + name.length))).toBe(expected)
  })
})
