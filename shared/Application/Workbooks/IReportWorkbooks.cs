namespace VksServerless.Application.Workbooks;

/// <summary>A unit's report for one cycle as an .xlsx workbook: to fill in with Excel or LibreOffice, and to read back.</summary>
public interface IReportWorkbooks
{
    /// <summary>Bytes of the largest file that <see cref="Read"/> and <see cref="Mark"/> take.</summary>
    const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>
    /// Writes the workbook: instructions first, then one sheet a section, a further sheet for each table that shares its section. The same
    /// content gives the same bytes.
    /// </summary>
    /// <param name="to">Need not be seekable; stays open.</param>
    Task Write(ReportWorkbook workbook, Stream to, CancellationToken cancellation);

    /// <summary>Reads what came back. Values are found by defined names, wherever rows, columns and sheets have been moved.</summary>
    /// <returns>
    /// Refused as one of <see cref="WorkbookRefusals"/>: too large, not a workbook, protected by a password, unsafe, damaged, or not ours.
    /// Faults of single cells are no refusal: see <see cref="WorkbookContent.Faults"/>.
    /// </returns>
    Task<Outcome<FilledWorkbook>> Read(Stream from, CancellationToken cancellation);

    /// <summary>
    /// The same workbook with each faulty cell coloured and given a note, and a first sheet that lists all faults. Marks of an earlier
    /// round are removed; notes, checks and formats of the user stay.
    /// </summary>
    /// <param name="workbook">As it was uploaded.</param>
    /// <param name="faults">Places by the sheet names of this file. Without any, only earlier marks are removed.</param>
    /// <returns>Refused as <see cref="Read"/> refuses.</returns>
    Outcome<ReadOnlyMemory<byte>> Mark(ReadOnlyMemory<byte> workbook, IReadOnlyList<WorkbookFault> faults);
}
