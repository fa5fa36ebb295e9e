import FieldModel
import Quantities

@testable import VisitSync

/// Knows, without any of the code that reads files, what a desk must show.
///
/// A record has reached the desk if one line that arrived equals, byte for byte, the line that its
/// device wrote. Everything in it must then be there exactly once and unchanged, and nothing else.
/// Convergence alone would be content with two desks that lost the same visit.
struct LossOracle {
  private let ofLine: [[UInt8]: WrittenRecord]
  private let withdrawn: Set<Identifier<PlannedVisit>>
  private(set) var reached: [RecordIdentity: WrittenRecord] = [:]

  init(_ day: FieldDay) {
    ofLine = Dictionary(day.written.map { ($0.line, $0) }, uniquingKeysWith: { one, _ in one })
    withdrawn = day.withdrawn
  }

  /// Takes note of what a file that arrived holds: its intact records, and how many lines are not.
  mutating func take(_ file: [UInt8]) -> (intact: [WrittenRecord], damaged: Int) {
    var intact: [WrittenRecord] = []
    var damaged = 0
    let pieces = file.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, piece) in pieces.enumerated() {
      var line = Array(piece)
      // A carriage return belongs to the end of the line; the last piece has no such end.
      if number < pieces.count - 1, line.last == 0x0D { line.removeLast() }
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      if let record = ofLine[line] { intact.append(record) } else { damaged += 1 }
    }
    for record in intact { reached[record.identity] = record }
    return (intact, damaged)
  }

  /// What is wrong with `state` and `receipts`, in words; nothing if all is well.
  func complaints(_ state: FoldedState, _ receipts: [Receipt]) -> [String] {
    facts(state) + registers(state) + chains(state) + covered(receipts) + evidence(state)
  }

  private typealias Located = (identity: EventIdentity, event: VisitEvent)

  private var events: [Located] {
    reached.values.flatMap { record in
      record.events.enumerated().map { index, event in
        (EventIdentity(record: record.identity, index: index), event)
      }
    }
  }

  /// Every note, promise, ending, arrival, check-in and attachment, exactly once and unchanged.
  private func facts(_ state: FoldedState) -> [String] {
    var expected: [String] = []
    let events = self.events
    var amounts: [EventIdentity: Int64] = [:]
    var retracted: Set<EventIdentity> = []
    for (_, event) in events {
      if case .amended(let amendment) = event.body, case .number(let value) = amendment.value {
        amounts[amendment.target] = value
      }
      if case .retracted(let retraction) = event.body { retracted.insert(retraction.target) }
    }
    for (identity, event) in events {
      let visit = event.visit?.text ?? ""
      switch event.body {
      case .visitArrived: expected.append("arrival \(identity) \(visit) \(event.at)")
      case .noteAdded(let text):
        expected.append("note \(identity) \(visit) \(text) \(retracted.contains(identity))")
      case .promiseMade(let promise):
        let amount = amounts[identity] ?? promise.promise.amount.minorUnits
        expected.append("promise \(identity) \(visit) \(amount)")
      case .visitEnded(let ending): expected.append("ending \(identity) \(visit) \(ending.outcome)")
      case .safetyCheckIn(let point): expected.append("check-in \(identity) \(point)")
      case .evidenceAttached(let evidence):
        expected.append("evidence \(identity) \(visit) \(evidence.digest)")
      default: break
      }
    }
    return Self.differences(expected: expected, shown: shown(state))
  }

  private func shown(_ state: FoldedState) -> [String] {
    var shown = state.checkIns.map { "check-in \($0.event) \($0.value)" }
    for visit in state.visits {
      let name = visit.visit.text
      shown += visit.arrivals.map { "arrival \($0.event) \(name) \($0.at)" }
      shown += visit.notes.map { "note \($0.event) \(name) \($0.value) \($0.isRetracted)" }
      shown += visit.promises.map {
        "promise \($0.event) \(name) \($0.value.promise.amount.minorUnits)"
      }
      shown += visit.endings.map { "ending \($0.event) \(name) \($0.value.outcome)" }
      shown += visit.evidence.map { "evidence \($0.event) \(name) \($0.value.digest)" }
    }
    return shown
  }

  static func differences(expected: [String], shown: [String]) -> [String] {
    guard expected.sorted() != shown.sorted() else { return [] }
    var balance: [String: Int] = [:]
    for fact in expected { balance[fact, default: 0] += 1 }
    for fact in shown { balance[fact, default: 0] -= 1 }
    return balance.filter { $0.value != 0 }.map { fact, count in
      count > 0 ? "lost or changed: \(fact)" : "out of nowhere: \(fact)"
    }.sorted()
  }

  /// Whether records that arrived prove that the device wrote `earlier` before `later`.
  private func isBefore(_ earlier: RecordIdentity, _ later: RecordIdentity) -> Bool {
    var current = reached[later]
    while let record = current {
      guard let parent = record.parent else { return false }
      if parent == earlier { return true }
      current = reached[parent]
    }
    return false
  }

  /// An outcome stands unless a record that provably came later replaced it.
  private func registers(_ state: FoldedState) -> [String] {
    var endings: [Identifier<PlannedVisit>: [(record: RecordIdentity, outcome: String)]] = [:]
    for (identity, event) in events {
      if case .visitEnded(let ending) = event.body, let visit = event.visit {
        endings[visit, default: []].append((identity.record, ending.outcome))
      }
    }
    var expected: [String] = []
    for (visit, all) in endings {
      let standing = all.filter { one in !all.contains { isBefore(one.record, $0.record) } }
      expected += Set(standing.map { "outcome of \(visit): \($0.outcome)" })
      if withdrawn.contains(visit) { expected.append("after withdrawal: \(visit)") }
    }
    let shown = state.visits.flatMap { visit in
      visit.outcome.candidates.map { "outcome of \(visit.visit): \($0.value)" }
        + (visit.isAfterWithdrawal ? ["after withdrawal: \(visit.visit)"] : [])
    }
    return Self.differences(expected: expected, shown: shown)
  }

  /// Gaps and forks, counted by hand.
  private func chains(_ state: FoldedState) -> [String] {
    var expected: [String] = []
    for (log, records) in Dictionary(grouping: reached.values, by: \.log) {
      let places = Dictionary(grouping: records, by: \.sequence).mapValues(\.count)
      let last = places.keys.max() ?? 0
      for place in 0...last {
        let count = places[place] ?? 0
        if count == 0 { expected.append("gap \(log) \(place)") }
        if count > 1 { expected.append("fork \(log) \(place)") }
      }
    }
    let shown = state.logs.flatMap { log -> [String] in
      log.chain.gaps.flatMap { Array($0) }.map { "gap \(log.chain.log) \($0)" }
        + log.chain.forks.map { "fork \(log.chain.log) \($0)" }
    }
    return Self.differences(expected: expected, shown: shown)
  }

  /// A device deletes what a receipt covers, so the desk must hold all of it.
  private func covered(_ receipts: [Receipt]) -> [String] {
    var complaints: [String] = []
    for receipt in receipts {
      guard let head = receipt.head else { continue }
      guard let record = reached[head], record.sequence == receipt.contiguous else {
        complaints.append("a receipt for what did not come: \(head)")
        continue
      }
      var current = record
      while let parent = current.parent {
        guard let before = reached[parent] else {
          complaints.append("receipt \(head) covers \(parent), which did not come")
          break
        }
        current = before
      }
    }
    return complaints
  }

  /// An attachment is there exactly if a good copy of each part is.
  private func evidence(_ state: FoldedState) -> [String] {
    var announced: Set<String> = []
    var data: [String: [Int: Set<[UInt8]>]] = [:]
    for (_, event) in events {
      switch event.body {
      case .evidenceAttached(let attachment): announced.insert(attachment.digest)
      case .evidencePart(let part):
        data[part.digest, default: [:]][part.part, default: []].insert(part.data)
      default: break
      }
    }
    var expected: [String] = []
    for digest in announced.union(data.keys) {
      let parts = data[digest] ?? [:]
      let missing = (0..<3).filter { parts[$0] == nil }
      let first = parts[0] ?? []
      let isWhole = first.contains { head in
        (parts[1] ?? []).contains { middle in
          (parts[2] ?? []).contains { Fingerprint.text(head + middle + $0) == digest }
        }
      }
      if isWhole {
        expected.append("\(digest) received []")
      } else if missing.isEmpty {
        expected.append("\(digest) corrupt []")
      } else {
        expected.append("\(digest) expected \(parts.isEmpty ? [] : missing)")
      }
    }
    let shown = state.evidence.map { "\($0.digest) \($0.status) \($0.missingParts)" }
    return Self.differences(expected: expected, shown: shown)
  }
}
