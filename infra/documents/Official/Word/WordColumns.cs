using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace VksServerless.Documents.Official.Word;

/// <summary>Columns side by side: a table without rules that no page break divides.</summary>
internal static class WordColumns
{
    public static W.Table Of(params IReadOnlyList<(double Width, IReadOnlyList<W.Paragraph> Lines)> columns) => new(
        new W.TableProperties(
            new W.TableWidth { Width = $"{WordSections.Twips(columns.Sum(column => column.Width))}", Type = W.TableWidthUnitValues.Dxa },
            new W.TableLayout { Type = W.TableLayoutValues.Fixed },
            new W.TableCellMarginDefault(
                new W.TableCellLeftMargin { Width = 0, Type = W.TableWidthValues.Dxa },
                new W.TableCellRightMargin { Width = 0, Type = W.TableWidthValues.Dxa })),
        new W.TableGrid(columns.Select(column => new W.GridColumn { Width = $"{WordSections.Twips(column.Width)}" })),
        new W.TableRow(columns.Select(column => Cell(column.Width, column.Lines))
            .Prepend<OpenXmlElement>(new W.TableRowProperties(new W.CantSplit()))));

    private static W.TableCell Cell(double width, IReadOnlyList<W.Paragraph> lines)
    {
        var cell = new W.TableCell(new W.TableCellProperties(
            new W.TableCellWidth { Width = $"{WordSections.Twips(width)}", Type = W.TableWidthUnitValues.Dxa }));
        cell.Append(lines);
        return cell;
    }
}
