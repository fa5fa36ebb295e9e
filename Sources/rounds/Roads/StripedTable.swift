import Foundation
import Quantities
import RoadNetwork

/// A large table on its way to a file, some stripes at once and written in order.
struct StripedTable: Sendable {
  /// To the ends that are on the roads.
  let stream: TableStream
  let starts: [RoadPosition?]
  let ends: [RoadPosition?]
  let writer: TableRowWriter

  /// About how many cells a stripe has.
  private static let cells = 1_000_000

  private struct Stripe: Sendable {
    var number: Int
    var bytes: [UInt8]
    var unreachable: Int
  }

  /// Writes the table; tells how many trips have no way.
  ///
  /// Memory holds one stripe for each thread, whatever the table's size.
  ///
  /// - Throws: ``CommandFailure`` when the file cannot be written; what was there is still there.
  func write(to url: URL, threads: Int, progress: ProgressObserver) async throws -> Int {
    let file = try StreamedFile(url)
    var checksum = Checksum()
    var unreachable = 0
    func put(_ bytes: [UInt8]) throws {
      // SAFETY: The buffer is only read, while `bytes` lives.
      unsafe bytes.withUnsafeBytes { unsafe checksum.add($0) }
      try file.write(bytes)
    }
    try put(writer.head)
    let rows = max(16, min(256, Self.cells / max(1, ends.count) / 16 * 16))
    let count = (starts.count + rows - 1) / rows
    for first in stride(from: 0, to: count, by: threads) {
      let wave = first..<min(first + threads, count)
      for stripe in await stripes(wave, rows: rows) {
        try put(stripe.bytes)
        unreachable += stripe.unreachable
      }
      progress(
        Progress(
          stage: "roads.table", done: min(starts.count, wave.upperBound * rows),
          total: starts.count))
    }
    if writer.form == .binary { try file.write(TableFile.trailer(checksum)) }
    try file.finish()
    return unreachable
  }

  private func stripes(_ numbers: Range<Int>, rows: Int) async -> [Stripe] {
    await withTaskGroup(of: Stripe.self) { group in
      for number in numbers {
        group.addTask {
          let table = spread(number * rows..<min((number + 1) * rows, starts.count))
          return Stripe(
            number: number, bytes: writer.rows(table, first: number * rows),
            unreachable: table.durations.count { $0 == TravelTable.unreachable })
        }
      }
      var stripes: [Stripe] = []
      for await stripe in group { stripes.append(stripe) }
      return stripes.sorted { $0.number < $1.number }
    }
  }

  /// The rows of a range of starts, with those off the roads and the columns off them.
  private func spread(_ range: Range<Int>) -> TravelTable {
    let known = stream.rows(of: starts[range].compactMap { $0 })
    guard known.sourceCount < range.count || known.targetCount < ends.count else { return known }
    let columns = ends.indices.filter { ends[$0] != nil }
    var durations = [Int32](repeating: TravelTable.unreachable, count: range.count * ends.count)
    var distances = durations
    var row = 0
    for (position, start) in range.enumerated() where starts[start] != nil {
      for (column, end) in columns.enumerated() {
        durations[position * ends.count + end] = known.durations[row * columns.count + column]
        distances[position * ends.count + end] = known.distances[row * columns.count + column]
      }
      row += 1
    }
    return TravelTable(
      sourceCount: range.count, targetCount: ends.count, durations: durations,
      distances: distances)
  }
}
