import { isUscc } from '../../src/store/check-act.js'

describe('isUscc', () => {
  it.each([
    ['91350100M000100Y43', true, 'the example of the standard'],
    ['91320600MA1X0D0C5W', true, 'a right check character'],
    ['91350100M000100Y34', false, 'two characters changed places'],
    ['91350100M000100Y42', false, 'a wrong check character'],
    ['91350100M000100Y4', false, 'too short'],
    ['91350100m000100y43', false, 'small letters'],
    ['9135010OM000100Y43', false, 'a letter that codes do not use'],
    ['', false, 'nothing'],
  ] as const)('%s: %s, %s', (code, valid, what) => {
    expect([what, isUscc(code)]).toEqual([what, valid])
  })
})
