using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace VksServerless.Documents.Official.Word;

/// <summary>The styles that an editor finds; every paragraph has one and hardly any formatting of its own.</summary>
internal static class WordStyles
{
    public const string Kind = "DocumentKind";
    public const string Subject = "Subject";
    public const string Item = "DashItem";
    public const string UnitName = "UnitName";
    public const string Said = "Said";
    public const string Note = "Note";
    public const string Caption = "Caption";
    public const string Header = "Header";
    public const string Plain = "Plain";
    public const string TableText = "TableText";
    public const string WideTableText = "WideTableText";
    public const string Table = "OfficialTable";

    private const string Normal = "Normal";

    public static W.Styles Create() => new(
        Defaults(),
        Paragraph(Normal, "Normal", null, Spacing(after: Typography.Gap), Indented(), Aligned(W.JustificationValues.Both)),
        Heading(1, centred: true, italic: false),
        Heading(2, centred: true, italic: false),
        Heading(3, centred: false, italic: false),
        Heading(4, centred: false, italic: true),
        Paragraph(Plain, "Không thụt dòng", Normal, Spacing(after: 0), Flush(), Aligned(W.JustificationValues.Left)),
        Bold(Paragraph(Kind, "Tên loại văn bản", Plain, Spacing(before: 18, after: 0), Aligned(W.JustificationValues.Center))),
        Bold(Paragraph(Subject, "Trích yếu", Plain, Aligned(W.JustificationValues.Center))),
        Paragraph(Item, "Gạch đầu dòng", Normal),
        Bold(Paragraph(UnitName, "Tên đơn vị", Normal, new W.KeepNext())),
        Paragraph(Said, "Nội dung của đơn vị", Normal),
        Italic(Paragraph(Note, "Ghi chú", Normal)),
        Italic(Paragraph(Caption, "caption", Normal, Flush(), Aligned(W.JustificationValues.Center))),
        Paragraph(Header, "header", Plain, Aligned(W.JustificationValues.Center)),
        Sized(Paragraph(TableText, "Chữ trong bảng", Plain), Typography.Table),
        Sized(Paragraph(WideTableText, "Chữ trong bảng ngang", Plain), Typography.WideTable),
        WordTableStyle.Create());

    private static W.DocDefaults Defaults() => new(
        new W.RunPropertiesDefault(new W.RunPropertiesBaseStyle(
            Faces(), new W.FontSize { Val = Half(Typography.Body) }, new W.FontSizeComplexScript { Val = Half(Typography.Body) },
            new W.Languages { Val = "vi-VN", EastAsia = "vi-VN", Bidi = "vi-VN" })),
        new W.ParagraphPropertiesDefault());

    /// <summary>Half points, Word's unit of type.</summary>
    public static string Half(double points) => $"{(int)Math.Round(points * 2)}";

    private static W.RunFonts Faces() => new()
    {
        Ascii = Typography.Face,
        HighAnsi = Typography.Face,
        EastAsia = Typography.Face,
        ComplexScript = Typography.Face,
    };

    private static W.Style Heading(int level, bool centred, bool italic)
    {
        var style = Paragraph(
            $"Heading{level}", $"heading {level}", Normal,
            [
                new W.KeepNext(), new W.KeepLines(), Spacing(before: level < 3 ? 12 : 6, after: Typography.Gap),
                .. centred ? new OpenXmlElement[] { Flush(), Aligned(W.JustificationValues.Center) } : [],
                new W.OutlineLevel { Val = level - 1 },
            ]);
        return italic ? Italic(Bold(style)) : Bold(style);
    }

    private static W.Style Paragraph(string id, string name, string? based, params OpenXmlElement[] properties)
    {
        var style = new W.Style { Type = W.StyleValues.Paragraph, StyleId = id, CustomStyle = IsCustom(name), Default = based is null };
        style.Append(new W.StyleName { Val = name });
        if (based is not null)
        {
            style.Append(new W.BasedOn { Val = based });
        }

        style.Append(new W.PrimaryStyle(), new W.StyleParagraphProperties(properties), new W.StyleRunProperties());
        return style;
    }

    private static bool IsCustom(string name) => char.IsUpper(name[0]) && name != "Normal";

    private static W.Style Bold(W.Style style) => With(style, new W.Bold());

    private static W.Style Italic(W.Style style) => With(style, new W.Italic());

    private static W.Style Sized(W.Style style, double points) => With(style, new W.FontSize { Val = Half(points) });

    private static W.Style With(W.Style style, OpenXmlElement property)
    {
        style.StyleRunProperties!.Append(property);
        return style;
    }

    private static W.SpacingBetweenLines Spacing(double before = 0, double after = 0) => new()
    {
        Before = $"{(int)(before * 20)}",
        After = $"{(int)(after * 20)}",
        Line = $"{(int)(Typography.Leading * 240)}",
        LineRule = W.LineSpacingRuleValues.Auto,
    };

    private static W.Indentation Indented() => new() { FirstLine = $"{(int)(Typography.Indent * 20)}" };

    private static W.Indentation Flush() => new() { FirstLine = "0" };

    private static W.Justification Aligned(W.JustificationValues side) => new() { Val = side };
}
