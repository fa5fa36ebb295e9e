import FieldModel
import Quantities

extension SheetComposer {
  var map: SheetMap {
    let words = phrases.map
    let stops = sources.route.stops.map(\.coordinate)
    let base = sources.crew.base.coordinate
    let legs = sources.legs.map(\.line)
    var bounds = CoordinateBounds(southWest: base, northEast: base)
    for coordinate in stops + legs.joined() { bounds.include(coordinate) }
    let licence = sources.licenceLine
    return SheetMap(
      title: words.title,
      legend: SheetMap.Sign.allCases.map { SheetMap.LegendLine(sign: $0, text: legend($0)) },
      north: words.north, licence: licence.isEmpty ? words.datum : words.licence(licence),
      bounds: bounds, base: base, baseName: sources.crew.base.name, stops: stops, route: legs)
  }

  private func legend(_ sign: SheetMap.Sign) -> String {
    let words = phrases.map
    return switch sign {
    case .base: words.base
    case .stop: words.stop
    case .route: words.route
    case .mainRoad: words.mainRoad
    case .otherRoad: words.otherRoad
    case .ferry: words.ferry
    case .water: words.water
    case .wood: words.wood
    case .builtUp: words.builtUp
    }
  }

  var endPage: EndPage {
    let words = phrases.sheet
    return EndPage(
      title: words.endTitle, unvisitedTitle: words.unvisited,
      unvisitedColumns: words.unvisitedColumns, blankRows: 6, incidents: words.incidents,
      signatures: words.endSignatures, codesTitle: words.outcomeCodes,
      codes: OutcomeCode.allCases.map {
        SheetFact(label: $0.rawValue, value: phrases.words.outcome($0))
      },
      language: language)
  }
}
