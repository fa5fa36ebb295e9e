import FieldModel
import Quantities

extension SheetComposer {
  /// When the crew calls: leaving the base, at each exit, back at the base, and in between as the
  /// tier of a stop asks.
  var checkIns: CheckInTable {
    let words = phrases.sheet
    let route = sources.route
    let edges = (sources.callTimes[.low] ?? .strictest).grace
    var rows = [row(words.leaveBase, at: route.departure, grace: edges)]
    for (position, stop) in route.stops.enumerated() {
      let number = position + 1
      let times = sources.callTimes[stop.risk] ?? .strictest
      if times.atArrival {
        rows.append(row(words.arriveAt(number), at: stop.arrival, grace: times.grace))
      }
      if let step = times.pulse, step > .zero {
        var pulse = stop.start + step
        while pulse < stop.end {
          rows.append(row(words.pulse(number), at: pulse, grace: times.grace))
          pulse = pulse + step
        }
      }
      rows.append(row(words.leaveStop(number), at: stop.end, grace: times.grace))
    }
    rows.append(row(words.dayOver, at: route.back, grace: edges))
    return CheckInTable(
      title: words.checkIns, columns: words.checkInColumns, rows: rows, drill: words.drill)
  }

  private func row(_ event: String, at time: TimeOfDay, grace: Seconds) -> CheckInTable.Row {
    CheckInTable.Row(
      event: event, planned: language.time(time), alarm: language.time(time + grace))
  }
}
