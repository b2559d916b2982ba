using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace VksServerless.Documents.Official.Word;

/// <summary>Thin rules on all sides, the heading bold.</summary>
internal static class WordTableStyle
{
    public static W.Style Create() => new(
        new W.StyleName { Val = "Bảng số liệu" },
        new W.StyleTableProperties(
            new W.TableBorders(
                Rule<W.TopBorder>(), Rule<W.LeftBorder>(), Rule<W.BottomBorder>(), Rule<W.RightBorder>(),
                Rule<W.InsideHorizontalBorder>(), Rule<W.InsideVerticalBorder>()),
            new W.TableCellMarginDefault(
                new W.TopMargin { Width = "30", Type = W.TableWidthUnitValues.Dxa },
                new W.TableCellLeftMargin { Width = 70, Type = W.TableWidthValues.Dxa },
                new W.BottomMargin { Width = "30", Type = W.TableWidthUnitValues.Dxa },
                new W.TableCellRightMargin { Width = 70, Type = W.TableWidthValues.Dxa })),
        new W.TableStyleProperties(
            new W.RunPropertiesBaseStyle(new W.Bold()),
            new W.TableStyleConditionalFormattingTableCellProperties(
                new W.TableCellVerticalAlignment { Val = W.TableVerticalAlignmentValues.Center }))
        {
            Type = W.TableStyleOverrideValues.FirstRow,
        })
    {
        Type = W.StyleValues.Table,
        StyleId = WordStyles.Table,
        CustomStyle = true,
    };

    private static T Rule<T>()
        where T : W.BorderType, new() => new() { Val = W.BorderValues.Single, Size = 4, Space = 0, Color = "000000" };
}
