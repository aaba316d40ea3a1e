import { placesFromHomes, readOrganName } from '../../../src/identity/names/organ-name.js'

describe('readOrganName', () => {
  it.each([
    // name, place, level, core, unit
    ['江苏省发改委', ['320000'], 'province', '发展和改革委员会', ''],
    ['江苏省发展和改革委员会', ['320000'], 'province', '发展和改革委员会', ''],
    ['省发改委', [], 'province', '发展和改革委员会', ''],
    ['浙江省卫生健康委', ['330000'], 'province', '卫生健康委员会', ''],
    ['中共南通市委', ['320600'], 'city', '委', ''],
    ['中国共产党南通市委员会', ['320600'], 'city', '委', ''],
    ['市委', [], 'city', '委', ''],
    ['市委组织部', [], 'city', '委组织部', ''],
    ['团市委', [], 'city', '团委', ''],
    ['共青团南通市委', ['320600'], 'city', '团委', ''],
    ['中国人民政治协商会议南通市委员会', ['320600'], 'city', '政协', ''],
    ['国家税务总局南通市税务局', ['320600'], 'city', '税务局', ''],
    ['江苏省南通市崇川区教育局', ['320613'], 'county', '教育局', ''],
    ['南通市公安局交警支队', ['320600'], 'city', '公安局', '交警支队'],
    ['国家发改委', [], 'country', '国家发展和改革委员会', ''],
    ['教育部', [], 'country', '教育部', ''],
    ['发改委', [], '', '发展和改革委员会', ''],
    ['', [], '', '', ''],
  ])('reads %s', (name, places, level, core, unit) => {
    expect(readOrganName(name)).toMatchObject({ places, level, core, unit })
  })

  it('leaves a district that stands for several open', () => {
    expect(readOrganName('鼓楼区教育局').places.length).toBeGreaterThan(1)
  })

  it.each([
    ['city', ['320613'], ['320600']],
    ['province', ['320613'], ['320000']],
    ['county', ['320600'], []],
    ['city', ['310112'], ['310000']],
    ['', ['320613'], ['320613', '320600', '320000']],
  ] as const)('tells where a body of level "%s" in articles about %s belongs', (level, homes, expected) => {
    expect(placesFromHomes({ level }, homes)).toEqual(expected)
  })
})
