import Foundation
import Testing

@testable import VisitSync

/// Runs many schedules; `ROUNDS_SCHEDULES` says how many, `ROUNDS_SEED` repeats a single one.
@Suite("What must hold 1: nothing that reached the desk is lost")
struct SimulationTests {
  private static func setting(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }

  #if DEBUG
    private static let usual: UInt64 = 640
  #else
    private static let usual: UInt64 = 10_000
  #endif

  @Test("random schedules of drop, repeat, reorder, cut, flip, clone, restore and skewed clocks")
  func schedules() async throws {
    if let seed = Self.setting("ROUNDS_SEED") {
      let complaints = try Schedule(seed: seed).run()
      #expect(complaints.isEmpty, "seed \(seed): \(complaints.joined(separator: "\n"))")
      return
    }
    let count = Self.setting("ROUNDS_SCHEDULES") ?? Self.usual
    let days = (count + Schedule.perDay - 1) / Schedule.perDay
    let workers: UInt64 = 2
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<workers {
        group.addTask {
          for day in stride(from: worker, to: days, by: Int(workers)) {
            try Self.run(day: day, count: count)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func run(day number: UInt64, count: UInt64) throws {
    let start = number * Schedule.perDay
    let day = try Schedule.day(of: start)
    for seed in start..<min(start + Schedule.perDay, count) {
      let complaints = try Schedule(seed: seed, day: day).run()
      #expect(
        complaints.isEmpty,
        "replay with ROUNDS_SEED=\(seed)\n\(complaints.joined(separator: "\n"))")
    }
  }

  @Test("the oracle itself notices a lost, a changed and an invented record")
  func oracle() throws {
    let day = try FieldDay(seed: 3)
    var oracle = LossOracle(day)
    for file in day.files { _ = oracle.take(file) }
    var reader = VisitLogReader(officeKeys: [day.world.office], trips: day.trips)
    var records = try reader.read(Array(day.files.joined()))
    records += reader.finish().records
    let whole = RecordSet(records)
    let context = FoldContext(withdrawn: day.withdrawn)
    #expect(oracle.complaints(FoldedState(whole, context: context), []).isEmpty)
    let fullest = try #require(
      records.first { record in
        record.record.events.contains { event in
          if case .noteAdded = event.body { true } else { false }
        }
      })
    let fewer = RecordSet(whole.records.filter { $0 != fullest })
    let lost = oracle.complaints(FoldedState(fewer, context: context), [])
    #expect(lost.contains { $0.hasPrefix("lost or changed: note") })
    let ignorant = LossOracle(day)
    let invented = ignorant.complaints(FoldedState(whole, context: context), [])
    #expect(invented.contains { $0.hasPrefix("out of nowhere: note") })
    let receipts = Receipt.receipts(for: whole, state: FoldedState(whole))
    #expect(!ignorant.complaints(FoldedState(RecordSet()), receipts).isEmpty)
  }
}
