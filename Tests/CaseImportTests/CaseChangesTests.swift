import CaseImport
import FieldModel
import Quantities
import Testing

@Suite("What an import would change")
struct CaseChangesTests {
  private let header = "loan_number,holds,contacts"
  private let first = "C1,B1,Ann,10,2026-09-01,5 Mill Street,L1,,"
  private let second = "C2,B2,Bo,20,2026-09-01,6 Mill Street,L2,dispute 2026-10-01,"

  @Test("the same file twice changes nothing")
  func again() throws {
    let batch = try read(file(header, first, second))
    let start = CaseChanges.between(old: [], new: batch)
    #expect(start.new == batch.cases)
    let again = CaseChanges.between(old: start.written, new: batch)
    #expect(again.isEmpty && again.unchanged == ["C1", "C2"])
  }

  @Test("new, changed, cured and gone cases are told apart")
  func kinds() throws {
    let old = try read(file(header, first, second, "C3,B3,Cy,5,2026-09-01,z,,,")).cases
    let batch = try read(
      file(
        header, "C1,B1,Ann,12,2026-09-01,5 Mill Street,L1,,", "C2,B2,Bo,0,,6 Mill Street,L2,,",
        "C4,B4,Di,5,2026-09-01,z,,,"))
    let changes = CaseChanges.between(old: old, new: batch)
    #expect(changes.new.map(\.id) == ["C4"])
    #expect(changes.changed.map(\.loanCase.id) == ["C1"])
    #expect(changes.changed.map(\.fields) == [["overdue_amount"]])
    #expect(changes.cured.map(\.id) == ["C2"])
    #expect(changes.gone.map(\.id) == ["C3"])
    #expect(changes.gone.map(\.status) == [.gone])
    let after = CaseChanges.between(old: changes.written, new: batch)
    #expect(after.isEmpty)
  }

  @Test("another lender's cases are not gone, and its numbers are not taken")
  func lenders() throws {
    let old = try read(file(header, first), ColumnMapping(lender: "other", currency: .gbp)).cases
    let changes = CaseChanges.between(old: old, new: try read(file(header, first, second)))
    #expect(changes.gone.isEmpty && changes.conflicts == ["C1"])
    #expect(changes.written.map(\.id) == ["C2"])
  }

  @Test("a case whose row could not be read is neither gone nor poorer")
  func incomplete() throws {
    let two = "C1,B1,Ann,30,2026-08-01,5 Mill Street,L9,,"
    let old = try read(file(header, first, two, second)).cases
    let batch = try read(
      file(
        header, first, "C1,B1,Ann,xx,2026-08-01,5 Mill Street,L9,,",
        "C2,B2,Bo,??,2026-09-01,6 Mill Street,L2,,"))
    let changes = CaseChanges.between(old: old, new: batch)
    #expect(changes.isEmpty && changes.unchanged == ["C1"])
    #expect(batch.incompleteCases == ["C1", "C2"])
  }

  @Test("what the office has learnt is kept: pins, verdicts, contacts, stop flags")
  func kept() throws {
    let batch = try read(file(header, first, second))
    var old = batch.cases
    let pin = Location(
      coordinate: Coordinate(latitude: 507_000_000, longitude: -13_000_000), precision: .door,
      source: .pin)
    old[0].addresses[0].location = pin
    old[0].addresses[0].status = .moved
    let at = Instant(date: asOf, time: TimeOfDay(hour: 10), offsetMinutes: 0)
    old[0].contacts.append(ContactAttempt(channel: .visit, at: at, result: .reached))
    old[0].holds.append(Hold(kind: .vulnerable, from: asOf))
    let changes = CaseChanges.between(old: old, new: batch)
    #expect(changes.isEmpty)
    let more = try read(
      file(header, "C1,B1,Ann,11,2026-09-01,5 mill street,L1,,2026-11-01 10:00 call reached"))
    let change = try #require(CaseChanges.between(old: old, new: more).changed.first?.loanCase)
    #expect(change.addresses[0].location == pin && change.addresses[0].status == .moved)
    #expect(change.contacts.count == 2)
    #expect(change.holds.map(\.kind) == [.vulnerable])
  }

  @Test("a stop flag ends when the file states its end, and not by silence")
  func holds() throws {
    let old = try read(file(header, second)).cases
    let silent = try read(file(header, "C2,B2,Bo,20,2026-09-01,6 Mill Street,L2,,"))
    #expect(CaseChanges.between(old: old, new: silent).isEmpty)
    let ended = try read(
      file(header, "C2,B2,Bo,20,2026-09-01,6 Mill Street,L2,dispute 2026-10-01..2026-11-20,"))
    let change = try #require(CaseChanges.between(old: old, new: ended).changed.first)
    #expect(change.fields == ["holds"])
    #expect(
      change.loanCase.holds == [
        Hold(
          kind: .dispute, from: ServiceDate(daysSinceEpoch: 20_727),
          until: ServiceDate(daysSinceEpoch: 20_777))
      ])
  }

  @Test("a stop flag without a day holds from the first file on")
  func dayless() throws {
    let text = file(header, "C2,B2,Bo,20,2026-09-01,6 Mill Street,L2,dispute,")
    let old = try read(text).cases
    let later = try CaseFile.read(
      Array(text.utf8), mapping: mapping, asOf: asOf.adding(days: 3), offsetMinutes: 0)
    #expect(CaseChanges.between(old: old, new: later).isEmpty)
  }
}
