import type { ReportState } from '@guatu/contract'
import type { Title } from '@guatu/kernel'

const text = (zh: string, en: string): Title => ({ zh, en })

export const reportStateTitles: Readonly<Record<ReportState, Title>> = {
  sent: text('待收', 'Sent'),
  received: text('已收下', 'Received'),
  returned: text('已退回', 'Returned'),
  verified: text('已核实', 'Verified'),
}

export const reportTexts = {
  title: text('报送', 'Reports'),
  none: text('还没有报送', 'No reports yet'),
  noneHint: text('在“报送”里按月填进度、数据和照片', 'Progress, figures and photos are reported month by month'),
  loading: text('正在读取报送…', 'Reading reports…'),
  month: text('{{month}} 月报', 'Report of {{month}}'),
  by: text('{{who}} {{time}} 报', 'by {{who}}, {{time}}'),
  madeAt: text('填于 {{time}}', 'written {{time}}'),
  done: text('已完成 · {{day}}', 'Done {{day}}'),
  progress: text('进度 {{from}} → {{to}}', 'Progress {{from}} → {{to}}'),
  same: text('与上月相同', 'Same as last month'),
  samePrevious: text('文字和数据与上月一字不差', 'Words and figures are last month’s'),
  was: text('上月：{{text}}', 'Last month: {{text}}'),
  wasNothing: text('上月没有报送', 'Nothing was reported last month'),
  reported: text('上报', 'reported'),
  verified: text('已核实', 'verified'),
  superseded: text('已被后来的数据取代', 'a later figure stands'),
  difference: text('比上月 {{value}}', '{{value}} on last month'),
  returned: text('{{who}} {{time}} 退回：{{reason}}', 'Returned by {{who}}, {{time}}: {{reason}}'),
  decided: text('{{who}} {{time}} {{state}}', '{{state}} by {{who}}, {{time}}'),
  replaced: text('已重报', 'Sent again'),
  explanation: text('说明：{{text}}', 'Explanation: {{text}}'),
  place: text('位置 {{place}}', 'Place {{place}}'),
  photo: text('{{name}}，拍于 {{time}}', '{{name}}, taken {{time}}'),
  report: text('报送进展', 'Report progress'),
} as const
