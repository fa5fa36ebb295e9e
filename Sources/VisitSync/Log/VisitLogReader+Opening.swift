/// What one line opens to, before its sender is known.
enum OpenedLine: Sendable {
  /// It is empty or a comment.
  case noRecord
  case record(OpenedRecord)
  case refused(RecordFault)
  /// Its lane had no room left; it is opened when its turn comes.
  case postponed

  init(_ line: ContainerLine, _ verifier: RecordVerifier) {
    switch line.kind {
    case .empty, .comment: self = .noRecord
    case .tooLong: self = .refused(.tooLong)
    case .record:
      do throws(RecordFault) {
        self = .record(try verifier.open(line.bytes))
      } catch {
        self = .refused(error)
      }
    }
  }
}

extension VisitLogReader {
  /// How much signed text one lane may hold at once, in bytes.
  ///
  /// A line of four kibibytes can hold a record of four mebibytes. What lanes leave unopened is
  /// opened one by one.
  private static let laneBytes = 4 << 20

  /// What each of `lines` opens to, in their order.
  static func open(
    _ lines: [ContainerLine], _ verifier: RecordVerifier, lanes: Int
  ) async -> [OpenedLine] {
    let share = max(1, (lines.count + lanes - 1) / lanes)
    return await withTaskGroup(of: (start: Int, lines: [OpenedLine]).self) { group in
      for start in stride(from: 0, to: lines.count, by: share) {
        let slice = lines[start..<min(start + share, lines.count)]
        group.addTask { (start, lane(slice, verifier)) }
      }
      var parts: [(start: Int, lines: [OpenedLine])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.start < $1.start }.flatMap(\.lines)
    }
  }

  private static func lane(
    _ lines: ArraySlice<ContainerLine>, _ verifier: RecordVerifier
  ) -> [OpenedLine] {
    var verifier = verifier
    var room = laneBytes
    return lines.map { line in
      guard room > 0 else { return .postponed }
      let opened = OpenedLine(line, verifier)
      if case .record(let record) = opened {
        room -= record.signed.signedText.count
        verifier.recall(record)
      }
      return opened
    }
  }
}
