import FieldModel
import Quantities

extension Fold {
  /// How far a clock may be off before it is flagged, in seconds.
  private static let tolerance: Int64 = 300

  /// Derives what belongs to the day, not to a visit.
  mutating func foldDay() {
    for event in events {
      switch event.body {
      case .safetyCheckIn(let point): state.checkIns.append(event.sourced(point))
      case .safetyAlert(let alert): state.alerts.append(event.sourced(alert))
      case .unknown(let unknown) where event.event.visit == nil:
        state.unknown.append(event.sourced(unknown))
        if unknown.isUnreadable {
          review(.unreadableEvent, event.identity.description, unknown.type, [event.identity])
        }
        if unknown.isCritical {
          review(
            .needsNewerVersion, event.log.text, unknown.type, [event.identity], choices: [])
        }
      default: break
      }
    }
    state.dayAnswers = foldAnswers(events.filter { $0.event.visit == nil }, subject: "")
  }

  /// Derives the shape of every log and the doubts about its clock.
  mutating func foldLogs() {
    let ofLog = Dictionary(grouping: events, by: \.log)
    let erased = Dictionary(grouping: records.erasedStubs, by: \.log).mapValues(\.count)
    for chain in chains {
      let events = ofLog[chain.log] ?? []
      let flags = clockFlags(events)
      state.logs.append(
        LogState(
          chain: chain, trips: Set(chain.records.map(\.trip)).sorted(),
          openings: events.compactMap { event in
            if case .logOpened(let opening) = event.body { event.sourced(opening) } else { nil }
          },
          closings: events.compactMap { event in
            if case .logClosed(let closing) = event.body { event.sourced(closing) } else { nil }
          }, clockFlags: flags, erased: erased[chain.log] ?? 0))
      reviewChain(chain)
      for doubt in ClockDoubt.allCases {
        let doubted = flags.filter { $0.doubt == doubt }
        if !doubted.isEmpty {
          review(.wrongClock, chain.log.text, doubt.rawValue, doubted.map(\.event))
        }
      }
    }
  }

  private mutating func reviewChain(_ chain: LogChain) {
    for place in chain.forks { review(.fork, chain.log.text, String(place)) }
    for gap in chain.gaps {
      review(.gap, chain.log.text, "\(gap.lowerBound)-\(gap.upperBound)")
    }
    for record in chain.breaks { review(.brokenChain, chain.log.text, record.text) }
  }

  private func clockFlags(_ events: [LocatedEvent]) -> [ClockFlag] {
    var flags: [ClockFlag] = []
    for (position, located) in events.enumerated() {
      let shown = located.event.at.secondsSinceEpoch
      func flag(_ doubt: ClockDoubt, _ holds: Bool) {
        if holds { flags.append(ClockFlag(event: located.identity, doubt: doubt)) }
      }
      if let issued = context.issued[located.trip] {
        flag(.beforeIssue, shown < issued.secondsSinceEpoch - Self.tolerance)
      }
      if let imported = context.imported[located.identity.record] {
        flag(.afterImport, shown > imported.secondsSinceEpoch + Self.tolerance)
      }
      if let satellites = located.event.fix?.time {
        flag(.differsFromSatellites, Self.differ(shown, satellites.secondsSinceEpoch))
      }
      if position > 0, events[position - 1].sequence + 1 >= located.sequence,
        isBefore(events[position - 1].identity, located.identity, in: located.log),
        let before = events[position - 1].event.monotonic, let now = located.event.monotonic,
        now >= before
      {
        let (steady, overflow) = now.subtractingReportingOverflow(before)
        let moved = shown - events[position - 1].event.at.secondsSinceEpoch
        flag(.stepped, overflow || Self.differ(moved, steady))
      }
    }
    return flags
  }

  private static func differ(_ one: Int64, _ other: Int64) -> Bool {
    let (difference, overflow) = one.subtractingReportingOverflow(other)
    return overflow || difference.magnitude > tolerance.magnitude
  }
}
