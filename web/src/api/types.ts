// The types of the contracts, under the names the code uses.
export type {
  Aanpassing as Overlay,
  Bereik as AreaReach,
  Bestand as RunFile,
  Campagne as Campaign,
  Doelen as Targets,
  Doorrekening as Run,
  DoorrekeningInvoer as RunInput,
  Dreiging as HazardOption,
  Dreigingsvergelijking as Comparison,
  Dreigingsverklaring as HazardStory,
  EnkeleRij as SingleRow,
  Enquete as Survey,
  Gebiedsuitkomsten as AreaSeries,
  Kerncijfers as KeyFigures,
  Kolom as Column,
  Maatregelpakket as PackageJob,
  Maatregelverantwoording as MeasureAccount,
  MaatregelpakketInvoer as PackageInput,
  Naam as Name,
  Objectreeksen as AssetSeries,
  Onderbouwingen as Evidence,
  Objectuitkomst as AssetOutcome,
  ObjectuitkomstMetReeks as AssetOutcomeWithSeries,
  Probleem as Problem,
  Regio as RegionInfo,
  Rij as Row,
  Rijen as Rows,
  Tabel as Table,
  Verklaring as Explanation,
  Verschil as Difference,
  Veldfout as FieldError,
  Voorbereidingen as Preparedness,
  Voortgang as Progress,
  Wijziging as Change,
  WijzigingInvoer as ChangeInput,
  Wijzigingen as Changes,
  Wijzigingskop as ChangeHead,
} from './generated/api'
export type * from './generated/results'

import type { Held, Organisation, Process } from './generated/results'

/** One process with the view that says what stops it. */
export interface ProcessOutcome {
  proces: Process
  heldView: Held | null
  organisatie: Organisation | null
}
