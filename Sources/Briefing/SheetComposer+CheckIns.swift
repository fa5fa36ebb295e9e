import FieldModel
import Quantities

extension SheetComposer {
  /// When the crew calls: leaving the base, at each exit and at the end; from medium risk on also
  /// at each arrival, at high risk every 15 minutes on site.
  var checkIns: CheckInTable {
    let words = phrases.sheet
    let route = sources.route
    var rows = [row(words.leaveBase, at: route.departure, grace: .minutes(15))]
    for (position, stop) in route.stops.enumerated() {
      let number = position + 1
      if stop.risk >= .medium {
        rows.append(row(words.arriveAt(number), at: stop.arrival, grace: grace(of: stop.risk)))
      }
      if stop.risk >= .high {
        var pulse = stop.start + .minutes(15)
        while pulse < stop.end {
          rows.append(row(words.pulse(number), at: pulse, grace: grace(of: stop.risk)))
          pulse = pulse + .minutes(15)
        }
      }
      rows.append(row(words.leaveStop(number), at: stop.end, grace: grace(of: stop.risk)))
    }
    rows.append(row(words.dayOver, at: route.back, grace: .minutes(30)))
    return CheckInTable(
      title: words.checkIns, columns: words.checkInColumns, rows: rows, drill: words.drill)
  }

  private func row(_ event: String, at time: TimeOfDay, grace: Seconds) -> CheckInTable.Row {
    CheckInTable.Row(
      event: event, planned: language.time(time), alarm: language.time(time + grace))
  }

  /// How long the desk waits after the expected moment, by the table of check-in timing.
  private func grace(of risk: RiskTier) -> Seconds {
    switch risk {
    case .low: .minutes(30)
    case .medium: .minutes(15)
    case .high, .stop: .minutes(5)
    }
  }
}
