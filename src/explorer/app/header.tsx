import { SearchBox } from '../search/search-box.js'
import { addressOf } from './address.js'
import { address } from './navigation.js'
import { language, t, theme, THEMES } from './settings.js'

/** Questions that have a form. */
const QUESTIONS = ['firms', 'connection', 'claim', 'group'] as const

export const Header = () => (
  <header>
    <div class="bar">
      <p class="brand"><a href="/">PolicyGraph<span>{t('app.name')}</span></a></p>
      <nav aria-label={t('nav.questions')}>
        {QUESTIONS.map((screen) => <a key={screen} href={addressOf({ screen })} aria-current={address.value.screen === screen ? 'page' : undefined}>{t(`nav.${screen}`)}</a>)}
        <a href={addressOf({ screen: 'review' })} aria-current={address.value.screen === 'review' ? 'page' : undefined}>{t('nav.review')}</a>
      </nav>
      <nav aria-label={t('nav.more')}>
        <button type="button" class="small" lang={language.value === 'zh' ? 'en' : 'zh-CN'} onClick={() => { language.value = language.value === 'zh' ? 'en' : 'zh' }}>{t('app.language')}</button>
        <button type="button" class="small" onClick={() => { theme.value = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? 'auto' }}>
          {t('app.theme', { theme: t(`app.theme.${theme.value}`) })}
        </button>
      </nav>
    </div>
    <SearchBox />
  </header>
)
