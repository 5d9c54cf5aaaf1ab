import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use as register, type ECharts, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

register([LineChart, BarChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, AriaComponent, SVGRenderer])

export interface ChartProps {
  /** What the chart says, for those who do not see it; the numbers stand in a table beside it. */
  description: string
  option: EChartsCoreOption
  /** What changes often (the clock): merged into the chart instead of building it anew. */
  patch?: EChartsCoreOption
  height?: number
  onHour?: (hour: number) => void
}

export default function Chart({ description, option, patch, height = 280, onHour }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  const held = useRef<ECharts>(undefined)
  const hear = useRef(onHour)
  useEffect(() => {
    hear.current = onHour
  })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const chart = init(element, undefined, { renderer: 'svg' })
    held.current = chart
    chart.getZr().on('click', (event: { offsetX: number; offsetY: number }) => {
      if (!hear.current || !chart.containPixel('grid', [event.offsetX, event.offsetY])) return
      const point = chart.convertFromPixel('grid', [event.offsetX, event.offsetY]) as number[]
      hear.current(Math.round(point[0] ?? 0))
    })
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(element)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [])
  useEffect(() => {
    held.current?.setOption({ animation: false, textStyle: { fontFamily: 'Veer Sans, sans-serif', fontSize: 13 }, aria: { enabled: true, label: { description } }, ...option }, { notMerge: true })
  }, [option, description])
  useEffect(() => {
    if (patch) held.current?.setOption(patch)
  }, [patch, option])
  return <div ref={frame} className="chart" style={{ blockSize: height }} />
}
