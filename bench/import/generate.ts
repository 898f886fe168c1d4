import ExcelJS from 'exceljs'

const headers = [
  '序号',
  '项目名称',
  '建设性质',
  '建设内容及规模',
  '总投资（万元）',
  '今年计划投资（万元）',
  '今年累计完成投资（万元）',
  '本月完成（万元）',
  '计划开工时间',
  '计划竣工时间',
  '包联领导',
  '责任单位',
  '服务单位',
  '建设地点',
  '用地面积（亩）',
  '建筑面积（平方米）',
  '建设阶段',
  '本月进展',
  '问题和建议',
  '投资主体',
  '项目代码',
  '签约时间',
  '联系人',
  '联系电话',
  '备注',
]

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!

const units = ['余新镇', '大桥镇', '新丰镇', '凤桥镇', '七星街道', '东栅街道', '区发改局', '区住建局']
const stages = ['前期', '在建', '已竣工', '已投产', '已签约', '已供地']
const starts = ['2024年3月', '2025.6', '2023年', '2024/3/18', '2025年三季度']
const finishes = ['2026年底', '2027年6月', '2028-03', '2027', '2026年12月']

function amount(row: number): string | number {
  if (row % 17 === 0) return `${(row % 90) + 1}.5亿元`
  return row % 23 === 0 ? `约${(row % 9) + 1}亿元` : 1000 + (row % 50_000) + 0.25
}

/** Writes a monthly ledger of so many rows and 25 columns, laid out as districts lay them out. */
export async function generateLedger(path: string, rows: number): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true })
  const sheet = workbook.addWorksheet('台账')
  sheet.addRow(['2026年重点项目建设进度月报表']).commit()
  sheet.addRow(['填报月份：2026年10月']).commit()
  sheet.addRow(headers).commit()
  for (let row = 1; row <= rows; row++) {
    sheet
      .addRow([
        row,
        `第${row}号智能制造产业园项目`,
        pick(['新建', '续建', '技改'], row),
        `新建厂房约${(row % 90) + 1}万平方米，购置设备${row % 700}台套`,
        amount(row),
        500 + (row % 900),
        100 + (row % 400),
        row % 40,
        pick(starts, row),
        pick(finishes, row),
        `领导${row % 40}`,
        pick(units, row),
        pick(units, row + 3),
        `${pick(units, row)}${row % 200}号地块`,
        (row % 300) + 0.5,
        (row % 9000) * 10,
        pick(stages, row),
        `主体施工至${row % 30}层`,
        row % 5 === 0 ? '用地指标未落实' : null,
        `企业${row}有限公司`,
        null,
        new Date(Date.UTC(2023, row % 12, (row % 28) + 1)),
        `联系人${row % 500}`,
        `0573-8${String(2_000_000 + (row % 999_999))}`,
        row % 7 === 0 ? '省重点' : null,
      ])
      .commit()
  }
  await workbook.commit()
}
