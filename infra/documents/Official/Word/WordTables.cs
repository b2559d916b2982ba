using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace VksServerless.Documents.Official.Word;

/// <summary>Tables whose heading is repeated on every page and whose short rows are not divided.</summary>
internal static class WordTables
{
    // A row of more characters may be divided: it could be taller than a page.
    private const int MostUndivided = 600;

    public static IEnumerable<OpenXmlElement> Of(Block.Table table, bool landscape)
    {
        if (table.Caption.Length > 0)
        {
            var caption = WordText.Paragraph(WordStyles.Caption, table.Caption);
            caption.ParagraphProperties!.KeepNext = new W.KeepNext();
            yield return caption;
        }

        var widths = GridWidths.Fit(table.Columns, table.WidthOn(Sheet.For(landscape))).Select(WordSections.Twips).ToArray();
        var style = landscape ? WordStyles.WideTableText : WordStyles.TableText;
        var content = new W.Table(
            new W.TableProperties(
                new W.TableStyle { Val = WordStyles.Table },
                new W.TableWidth { Width = $"{widths.Sum()}", Type = W.TableWidthUnitValues.Dxa },
                new W.TableJustification { Val = W.TableRowAlignmentValues.Center },
                new W.TableLayout { Type = W.TableLayoutValues.Fixed },
                new W.TableLook { FirstRow = true, NoHorizontalBand = true, NoVerticalBand = true }),
            new W.TableGrid(widths.Select(width => new W.GridColumn { Width = $"{width}" })));
        content.Append(Heading(table, widths, style));
        content.Append(table.Rows.Select((row, at) => Row(table, row, table.Rows.ElementAtOrDefault(at + 1), widths, style)));
        yield return content;
        yield return Gap();
    }

    private static W.TableRow Heading(Block.Table table, int[] widths, string style) => new(
        table.Columns.Select((column, at) => Cell(
            new W.TableCellProperties(
                Width(widths[at]), new W.TableCellVerticalAlignment { Val = W.TableVerticalAlignmentValues.Center }),
            HeadingText(column, style)))
            .Prepend<OpenXmlElement>(new W.TableRowProperties(new W.CantSplit(), new W.TableHeader())));

    private static W.Paragraph HeadingText(GridColumn column, string style)
    {
        var text = WordText.Paragraph(style, WordText.Run(column.Heading, bold: true)).Aligned(W.JustificationValues.Center);
        text.ParagraphProperties!.KeepNext = new W.KeepNext();
        return text;
    }

    private static W.TableRow Row(Block.Table table, GridRow row, GridRow? next, int[] widths, string style)
    {
        var cells = new List<OpenXmlElement>();
        if (row.Cells.Sum(cell => cell.Text.Length) <= MostUndivided)
        {
            cells.Add(new W.TableRowProperties(new W.CantSplit()));
        }

        var column = 0;
        foreach (var (at, cell) in row.Cells.Index())
        {
            var properties = new W.TableCellProperties(Width(widths[column..(column + cell.Span)].Sum()));
            if (cell.Span > 1)
            {
                properties.Append(new W.GridSpan { Val = cell.Span });
            }

            if (cell.Continues || (next is not null && next.Cells.Count == row.Cells.Count && next.Cells[at].Continues))
            {
                properties.Append(new W.VerticalMerge { Val = cell.Continues ? W.MergedCellValues.Continue : W.MergedCellValues.Restart });
            }

            var side = cell.Span > 1 ? Align.Left : table.Columns[column].Align;
            var text = WordText.Paragraph(style, WordText.Run(cell.Text, bold: cell.Bold || row.IsTotal)).Aligned(SideOf(side));
            if (row.IsGroup || (table.IsShort && next is not null))
            {
                text.ParagraphProperties!.KeepNext = new W.KeepNext();
            }

            cells.Add(Cell(properties, text));
            column += cell.Span;
        }

        return new W.TableRow(cells);
    }

    /// <summary>Two tables that follow one another would else be drawn as one.</summary>
    private static W.Paragraph Gap()
    {
        var gap = WordText.Paragraph(WordStyles.Plain);
        gap.ParagraphProperties!.SpacingBetweenLines = new W.SpacingBetweenLines
        {
            Line = $"{(int)(Typography.Gap * 20)}",
            LineRule = W.LineSpacingRuleValues.Exact,
        };
        return gap;
    }

    private static W.TableCell Cell(W.TableCellProperties properties, W.Paragraph text) => new(properties, text);

    private static W.TableCellWidth Width(int width) => new() { Width = $"{width}", Type = W.TableWidthUnitValues.Dxa };

    private static W.JustificationValues SideOf(Align align) => align switch
    {
        Align.Right => W.JustificationValues.Right,
        Align.Centre => W.JustificationValues.Center,
        _ => W.JustificationValues.Left,
    };
}
