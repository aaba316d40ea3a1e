import { SearchBox } from '../search/search-box.js'
import { language, t, theme, THEMES } from './settings.js'

export const Header = () => (
  <header>
    <div class="bar">
      <p class="brand"><a href="/">PolicyGraph<span>{t('app.name')}</span></a></p>
      <nav aria-label={t('app.developers')}>
        <a href="/graphql">{t('app.graphiql')}</a>
        <button type="button" class="small" lang={language.value === 'zh' ? 'en' : 'zh-CN'} onClick={() => { language.value = language.value === 'zh' ? 'en' : 'zh' }}>{t('app.language')}</button>
        <label class="small">{t('app.theme')}{' '}
          <select value={theme.value} onChange={(event) => { theme.value = THEMES.find((name) => name === event.currentTarget.value) ?? 'auto' }}>
            {THEMES.map((name) => <option key={name} value={name}>{t(`app.theme.${name}`)}</option>)}
          </select>
        </label>
      </nav>
    </div>
    <SearchBox />
  </header>
)
