import FieldModel
import Quantities

@testable import VisitSync

/// One random way in which a day's files come home, and what two desks make of it.
struct Schedule {
  /// How many schedules share a day in the field, since writing one costs most.
  static let perDay: UInt64 = 16

  let seed: UInt64
  let day: FieldDay
  private var context: FoldContext {
    FoldContext(
      withdrawn: day.withdrawn,
      issued: Dictionary(
        day.packs.map { ($0.trip, $0.issued) }, uniquingKeysWith: { one, _ in one }))
  }

  /// The schedule of `seed`, on the day that belongs to it.
  init(seed: UInt64) throws { self.init(seed: seed, day: try Self.day(of: seed)) }

  init(seed: UInt64, day: FieldDay) {
    self.seed = seed
    self.day = day
  }

  /// The day in the field that the schedule of `seed` carries home.
  static func day(of seed: UInt64) throws -> FieldDay { try FieldDay(seed: seed / perDay) }

  /// What went wrong, in words; nothing if all is well.
  func run() throws -> [String] {
    var decisions = SeededGenerator(seed: seed ^ 0xDE5C)
    var carrier = Carrier(seed: seed)
    let arrived = carrier.carry(day.files)
    var oracle = LossOracle(day)
    var complaints: [String] = []
    var first = RecordSet()
    var batches: [[SignedRecord]] = []
    for file in arrived {
      let known = oracle.reached.values
      let (intact, damaged) = oracle.take(file)
      let (records, report) = try read(file, chunk: 1 + decisions.below(4000))
      if records.count != intact.count || report.records != intact.count {
        complaints.append("\(intact.count) intact lines arrived, \(records.count) were taken")
      }
      let refused = report.quarantine.count + (report.tornTail == nil ? 0 : 1)
      if refused != damaged {
        complaints.append("\(damaged) damaged lines arrived, \(refused) were reported")
      }
      complaints += rollbacks(first.rollbacks(presenting: report.heads), intact, Array(known))
      for record in records { first.insert(record) }
      batches.append(records)
    }
    let state = FoldedState(first, context: context)
    complaints += converge(first, state, batches, &decisions)
    return complaints
      + oracle.complaints(state, Receipt.receipts(for: first, state: state))
  }

  private func read(
    _ file: [UInt8], chunk: Int
  ) throws -> (records: [SignedRecord], report: VisitLogReport) {
    var reader = VisitLogReader(officeKeys: [day.world.office], trips: day.trips)
    var records: [SignedRecord] = []
    for start in stride(from: 0, to: file.count, by: chunk) {
      records += try reader.read(Array(file[start..<min(start + chunk, file.count)]))
    }
    let (last, report) = reader.finish()
    return (records + last, report)
  }

  /// A log handed in shorter than it was known raises one alert, and no other does.
  private func rollbacks(
    _ found: [Rollback], _ intact: [WrittenRecord], _ known: [WrittenRecord]
  ) -> [String] {
    func heads(_ records: [WrittenRecord]) -> [Identifier<VisitLog>: Int64] {
      Dictionary(grouping: records, by: \.log).mapValues { $0.map(\.sequence).max() ?? -1 }
    }
    let newest = heads(known)
    let expected = heads(intact).filter { $0.value < newest[$0.key] ?? -1 }
      .map { "rollback \($0.key) \($0.value) \(newest[$0.key] ?? -1)" }
    return LossOracle.differences(
      expected: expected, shown: found.map { "rollback \($0.log) \($0.presented) \($0.known)" })
  }

  /// A second desk gets the same in another order, grouping and number.
  private func converge(
    _ first: RecordSet, _ state: FoldedState, _ batches: [[SignedRecord]],
    _ decisions: inout SeededGenerator
  ) -> [String] {
    var batches = batches
    decisions.shuffle(&batches)
    var second = RecordSet()
    for batch in batches {
      second.formUnion(RecordSet(batch))
      if decisions.below(2) == 0 { second.formUnion(RecordSet(batch.reversed())) }
    }
    let other = FoldedState(second, context: context)
    return first == second && state == other && state.digest == other.digest
      ? [] : ["two desks with the same files differ"]
  }
}
