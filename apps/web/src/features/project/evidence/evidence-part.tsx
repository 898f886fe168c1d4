import { listEvidence } from '@guatu/contract'
import { useRoute } from '../../../api/query.ts'
import { useText } from '../../../app/language.ts'
import { useViewState } from '../../../app/search.ts'
import { Section } from '../../../ui/section.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../../ui/states.tsx'
import type { Project } from '../project.ts'
import { EvidenceFile } from './evidence-file.tsx'
import { filesBySubject, readSubject, subjectsOf } from './subject.ts'
import { evidenceTexts as texts } from './texts.ts'
import { UploadBox } from './upload-box.tsx'
import './evidence.css'

/** Files by node and figure: who handed them in, when, and what was withdrawn and why. */
export function EvidencePart(project: Project) {
  const t = useText()
  const [view] = useViewState()
  const { item, allowed } = project.reply
  const found = useRoute(listEvidence, { params: { itemId: item.itemId } })
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton label={t(texts.loading)} lines={5} />
  const subjects = subjectsOf(project)
  const adds = allowed.includes('evidence.add')
  const groups = filesBySubject(found.data.files, subjects)
  return (
    <>
      {adds ? (
        <UploadBox
          itemId={item.itemId}
          list={found.data}
          {...{ subjects }}
          chosen={readSubject(view.subject, subjects)}
        />
      ) : null}
      {groups.length === 0 ? <EmptyState title={t(texts.none)} hint={t(texts.noneHint)} /> : null}
      {groups.map(({ key, title, files }) => (
        <Section key={key} title={t(title)}>
          <ul className="evidence-files">
            {files.map((file) => (
              <EvidenceFile key={file.evidenceId} file={file} changes={adds} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}
