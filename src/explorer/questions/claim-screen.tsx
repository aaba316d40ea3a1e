import { useState } from 'preact/hooks'
import { address, go } from '../app/navigation.js'
import { ontology, words } from '../app/ontology.js'
import { t } from '../app/settings.js'
import { EntityField, type Named } from '../common/entity-field.js'
import { Failure, Loading } from '../common/failure.js'
import { CHECK_CLAIM, CHECK_SENTENCE } from '../data/queries.js'
import { useAnswer } from '../data/use-answer.js'
import { ClaimAnswer } from './claim-answer.js'
import type { ClaimView } from './claim-types.js'

const Answer = ({ query, variables }: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> }) => {
  const answer = useAnswer<{ readonly checkClaim?: ClaimView; readonly checkSentence?: readonly ClaimView[] }>(query, variables)
  if (answer.state === 'asking') return <Loading />
  if (answer.state === 'failed') return <Failure error={answer.error} />
  const { checkClaim, checkSentence = [] } = answer.data
  return <>{(checkClaim === undefined ? checkSentence : [checkClaim]).map((claim, at) => <ClaimAnswer key={at} claim={claim} />)}</>
}

/** “有没有文章这样说”: one sentence, or two names and a relation; the question is the address. */
export function ClaimScreen() {
  const { more: { sentence = '', subject = '', subjectid = '', relation = '', object = '', objectid = '', asof = '' } } = address.value
  const [draft, setDraft] = useState({ sentence, relation, asof })
  const [ends, setEnds] = useState<{ readonly subject: Named; readonly object: Named }>({ subject: { name: subject, id: subjectid }, object: { name: object, id: objectid } })
  const set = (field: keyof typeof draft) => (event: { readonly currentTarget: { readonly value: string } }): void => { setDraft({ ...draft, [field]: event.currentTarget.value }) }
  const check = (bySentence: boolean) => (event: Event): void => {
    event.preventDefault()
    const { sentence: said, ...rest } = draft
    const parts = { subject: ends.subject.name.trim(), subjectid: ends.subject.id, object: ends.object.name.trim(), objectid: ends.object.id }
    go({ screen: 'claim', more: bySentence ? { sentence: said.trim(), asof: rest.asof } : { ...rest, ...parts } })
  }
  const asOf = asof === '' ? null : asof
  const day = <label>{t('claim.asof')}<input type="date" value={draft.asof} onInput={set('asof')} /></label>
  return (
    <section>
      <h1>{t('claim.title')}</h1>
      <form class="question" onSubmit={check(true)}>
        <label>{t('claim.sentence')}<textarea rows={2} maxLength={500} placeholder={t('claim.placeholder')} value={draft.sentence} onInput={set('sentence')} /></label>
        {day}
        <button type="submit" disabled={draft.sentence.trim() === ''}>{t('claim.check')}</button>
      </form>
      <details open={subject !== ''}>
        <summary>{t('claim.parts')}</summary>
        <form class="question" onSubmit={check(false)}>
          <EntityField label={t('table.subject')} value={ends.subject} onValue={(next) => { setEnds({ ...ends, subject: next }) }} />
          <label>{t('table.type')}
            <select value={draft.relation} onChange={set('relation')}>
              <option value="">{t('claim.any')}</option>
              {ontology.value.relations.filter(({ derived }) => !derived).map(({ type }) => <option key={type} value={type}>{words.value.relation(type)}</option>)}
            </select>
          </label>
          <EntityField label={t('table.object')} value={ends.object} onValue={(next) => { setEnds({ ...ends, object: next }) }} />
          <button type="submit" disabled={ends.subject.name.trim() === '' || ends.object.name.trim() === ''}>{t('claim.check')}</button>
        </form>
      </details>
      {sentence !== '' ? <Answer query={CHECK_SENTENCE} variables={{ text: sentence, asOf }} /> : subject !== '' && object !== '' ? <Answer query={CHECK_CLAIM} variables={{ subject: subjectid === '' ? subject : subjectid, relation: relation === '' ? null : relation, object: objectid === '' ? object : objectid, asOf }} /> : null}
    </section>
  )
}
