public import FieldModel
import GRDB
public import Quantities

extension OfficeStore: CaseRepository {
  /// Every case with what lenders, office and visits say of it, in order of id.
  public func listCases() throws -> [LoanCase] {
    try read { try CaseReader(database: $0).listCases() }
  }

  /// Every case as the lenders' files tell it, without what the office and visits added.
  public func listFileCases() throws -> [LoanCase] {
    try read { try CaseReader(database: $0, isFileOnly: true).listCases() }
  }

  /// The case with an id; `nil` when there is none.
  public func findCase(_ id: Identifier<LoanCase>) throws -> LoanCase? {
    try read { try CaseReader(database: $0, only: id).listCases().first }
  }

  /// Replaces what the lender's file says of `cases`, and of nothing else.
  public func save(_ cases: [LoanCase], from batch: ImportBatch) throws {
    try write { database in
      try database.insert(
        into: "import_batch",
        [
          "lender": batch.lender.text, "file_digest": batch.fileDigest,
          "imported_at": batch.importedAt.description, "row_count": batch.rows,
        ])
      let serial = database.lastInsertedRowID
      for loanCase in cases { try CaseWriter(database: database, batch: serial).save(loanCase) }
    }
  }

  /// Stores locations; a pin is replaced by another pin only.
  public func save(_ locations: [LocatedAddress]) throws {
    try write { database in
      for located in locations { try Self.save(located, in: database) }
    }
  }

  /// Forgets where addresses are that can no longer be found; a pin stays.
  public func forgetLocations(
    _ addresses: [(loanCase: Identifier<LoanCase>, address: Identifier<Address>)]
  ) throws {
    try write { database in
      for (loanCase, address) in addresses {
        try database.execute(
          sql: """
            DELETE FROM location WHERE case_number = ? AND address_id = ? AND source <> 'pin'
            """,
          arguments: [loanCase.text, address.text])
      }
    }
  }

  private static func save(_ located: LocatedAddress, in database: Database) throws {
    let location = located.location
    let key: StatementArguments = [located.loanCase.text, located.address.text]
    let kept = try String.fetchOne(
      try database.cachedStatement(
        sql: "SELECT source FROM location WHERE case_number = ? AND address_id = ?"),
      arguments: key)
    if kept == LocationSource.pin.rawValue, location.source != .pin { return }
    try database.run("DELETE FROM location WHERE case_number = ? AND address_id = ?", key)
    try database.insert(
      into: "location",
      [
        "case_number": located.loanCase.text, "address_id": located.address.text,
        "latitude": location.coordinate.latitude, "longitude": location.coordinate.longitude,
        "precision": location.precision.code, "source": location.source.rawValue,
        "is_doubtful": location.isDoubtful,
      ])
    for (position, candidate) in location.candidates.enumerated() {
      try database.insert(
        into: "location_candidate",
        [
          "case_number": located.loanCase.text, "address_id": located.address.text,
          "position": position, "latitude": candidate.coordinate.latitude,
          "longitude": candidate.coordinate.longitude, "precision": candidate.precision.code,
          "score": candidate.score, "label": candidate.label,
        ])
    }
  }

  /// Adds a stop flag that the office decided.
  public func add(_ hold: Hold, to loanCase: Identifier<LoanCase>) throws {
    try write { try CaseWriter.insert(hold, of: loanCase, origin: .office, in: $0) }
  }

  /// Adds a supervisor's approval.
  public func add(_ approval: Approval, to loanCase: Identifier<LoanCase>) throws {
    try write { try CaseWriter.insert(approval, of: loanCase, origin: .office, in: $0) }
  }

  /// Replaces everything that visits did, for all cases.
  public func replaceEffects(_ effects: [CaseEffects]) throws {
    try write { try Self.replaceEffects(effects, in: $0) }
  }

  /// Replaces the effects of visits, and keeps what the records stood for as they were derived.
  ///
  /// - Parameters:
  ///   - effects: what every recorded visit did to cases.
  ///   - digest: the hash of the state that the records stand for.
  ///   - moment: now.
  /// - Throws: ``OfficeStoreError``; effects and digest then are as they were.
  public func replaceEffects(
    _ effects: [CaseEffects], foldedTo digest: String, at moment: Instant
  ) throws {
    try write { database in
      try Self.replaceEffects(effects, in: database)
      try database.run(
        """
        INSERT INTO fold_state VALUES (1, ?, ?)
          ON CONFLICT (only) DO UPDATE SET digest = excluded.digest, folded_at = excluded.folded_at
        """, [digest, moment.description])
    }
  }

  private static func replaceEffects(
    _ effects: [CaseEffects], in database: Database
  ) throws {
    for table in ["contact_attempt", "hold", "risk_flag"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE origin = 'visit'")
    }
    try database.execute(sql: "DELETE FROM address_change")
    for effect in effects { try insert(effect, in: database) }
  }

  private static func insert(_ effect: CaseEffects, in database: Database) throws {
    let loanCase = effect.loanCase
    for contact in effect.contacts {
      try CaseWriter.insert(contact, of: loanCase, origin: .visit, in: database)
    }
    for hold in effect.holds {
      try CaseWriter.insert(hold, of: loanCase, origin: .visit, in: database)
    }
    for flag in effect.riskFlags {
      try CaseWriter.insert(flag, of: loanCase, origin: .visit, in: database)
    }
    for change in effect.addressChanges {
      try database.insert(
        into: "address_change",
        [
          "case_number": loanCase.text, "address_id": change.address.text,
          "status": change.status.rawValue, "date": change.date.description,
        ])
    }
  }
}
