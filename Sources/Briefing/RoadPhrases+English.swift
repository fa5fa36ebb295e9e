extension RoadPhrases {
  static let english = RoadPhrases(
    offMap: { "\($0) lies \($1) outside the map, which spans \($2)." },
    noRoadNear: { "\($0): there is no road for \($1) within \($2)." },
    exchanged: "Latitude and longitude look exchanged; write latitude first, or add --lon-lat.",
    noPeriods: "No roads.yaml with periods is there; --periods writes one table for each of them.",
    noMode: {
      "This map has no roads for \($0); it has \($1). Build it with rounds map build --modes."
    },
    noWay: { "No way leads from \($0) to \($1)." },
    leg: { "Part \($0): \($1), \($2)" },
    whole: { "\($0), \($1)" },
    moved: { "moved \($0) to \($1)" },
    unnamedRoad: "a road without a name",
    side: {
      switch $0 {
      case .left: "on the left"
      case .right: "on the right"
      case nil: "on the road"
      }
    },
    compass: {
      switch $0 {
      case .north: "north"
      case .northEast: "north-east"
      case .east: "east"
      case .southEast: "south-east"
      case .south: "south"
      case .southWest: "south-west"
      case .west: "west"
      case .northWest: "north-west"
      }
    },
    candidate: { "\($0)  \($1), \($2) looking \($3)" },
    noCandidate: { "\($0): no road is near enough or fits; try a larger --within." },
    isochrone: { limit, areas, square, length in
      "within \(limit): \(areas) \(areas == 1 ? "area" : "areas"), \(square) km², \(length) of road"
    },
    tableWritten: { rows, columns, without, file in
      "\(rows) × \(columns) trips, \(without) of them without a way: \(file)"
    },
    placesOff: {
      $0 == 1
        ? "1 place has no road near and stands in the table as unreachable."
        : "\($0) places have no road near and stand in the table as unreachable."
    },
    noPlaces: { "\($0): no place is in it; write rows of latitude and longitude." },
    notPoints: { "\($0): neither a table of places nor GeoJSON points (\($1))." },
    serving: { "Answering at \($0) from \($1), for \($2). End with Ctrl-C." },
    openToOthers: {
      "Caution: \($0) is not this machine's own address. Whoever can reach it may ask, unencrypted."
    },
    servedOut: "Ended.",
    matrixAsked: { "Travel times are asked of \($0); it learns the places of visits." },
    matrixFault: { server, fault, found in
      let what =
        switch fault {
        case .badAddress: "is no address of a matrix server; write it as http://127.0.0.1:5000"
        case .noConnection: "cannot be reached; is the server running?"
        case .timedOut: "did not answer in time"
        case .busy: "is too busy; try again later"
        case .refused: "refused the question; read its own message, and check mode and map"
        case .tooLarge: "sent an answer that is too large"
        case .notJSON: "did not answer in the form of its kind; check matrix in settings.yaml"
        case .wrongSize: "sent a table of another size than asked for"
        case .absurdValue: "sent a time or distance that cannot be"
        }
      return "\(server) \(what)\(found.isEmpty ? "" : " (\(found))")."
    })
}
