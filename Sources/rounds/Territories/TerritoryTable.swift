import Briefing
import FieldModel
import Planning
import Quantities

/// Territories with their figures, for people and programs.
struct TerritoryTable {
  let territories: [Territory]
  private let report: TerritoryReport

  init(_ territories: [Territory], ground: TerritoryGround) {
    let report = TerritoryReport(territories, units: ground.units, matrix: ground.matrix)
    self.report = report
    self.territories = zip(territories, report.lines).map { territory, line in
      var measured = territory
      measured.workload = line.workload
      return measured
    }
  }

  func show(_ terminal: Terminal, seed: UInt64?) throws {
    let language = terminal.language
    let phrases = terminal.phrases
    let deviation = report.largestDeviation
    terminal.say(
      phrases.messages.territoriesSummary(
        territories.count, "\(deviation / 10).\(deviation % 10) %"))
    for (territory, line) in zip(territories, report.lines) {
      let lock = territory.isLocked ? phrases.commands.lockedMark : ""
      terminal.say(
        "  \(territory.id)  \(territory.name)  \(territory.crew?.text ?? "–")  "
          + phrases.commands.territoryLine(
            line.borrowers, language.duration(line.workload), line.deviation,
            language.duration(line.meanTime), line.compactness, line.pieces) + lock)
    }
    try terminal.answer(
      Answer(
        seed: seed, largestDeviationPerMille: deviation,
        territories: zip(territories, report.lines).map { territory, line in
          Answer.Line(
            territory: territory.id.text, name: territory.name, crew: territory.crew?.text,
            locked: territory.isLocked, borrowers: line.borrowers,
            workSeconds: Int(line.workload.value), deviationPerMille: line.deviation,
            pieces: line.pieces, meanSecondsToCentre: Int(line.meanTime.value),
            compactnessPerMille: line.compactness, overlapPerMille: line.overlap)
        }))
  }

  private struct Answer: Encodable {
    struct Line: Encodable {
      let territory: String
      let name: String
      let crew: String?
      let locked: Bool
      let borrowers: Int
      let workSeconds: Int
      let deviationPerMille: Int
      let pieces: Int
      let meanSecondsToCentre: Int
      let compactnessPerMille: Int
      let overlapPerMille: Int
    }

    let seed: UInt64?
    let largestDeviationPerMille: Int
    let territories: [Line]
  }
}
