using System.Globalization;
using System.Xml.Linq;
using VksServerless.Application.Workbooks;
using VksServerless.Forms;
using VksServerless.Workbooks.Tests.Files;

namespace VksServerless.Workbooks.Tests.Reading;

/// <summary>Ways to make a cell wrong, by what it takes.</summary>
internal static class Spoiling
{
    private static readonly XNamespace Main = AFile.Main;

    /// <summary>Each is wrong for the type, whatever its bounds.</summary>
    public static IReadOnlyList<Action<AFile, (string Sheet, string Cell)>> WaysFor(FieldType type) =>
    [
        (file, at) => file.Fill(at, "e", new XElement(Main + "v", "#N/A")),
        (file, at) => file.Fill(at, null, new XElement(Main + "f", "1+1")),
        .. type switch
        {
            { Bounds: { } bounds } => OfNumber(bounds),
            FieldType.YesNo => [Typed("có lẽ"), Number("1", 0)],
            FieldType.Choice => [Typed("mục không có thật"), Number("46115", 14)],
            FieldType.Date => [Typed("31/02/2026"), Typed("13/13/2026"), Typed("2026"), Number("3", 14)],
            FieldType.Text text => [Typed(new string('x', text.MaxLength + 1)), Number("46115", 14), Number("1100108628127863", 0)],
            _ => (Action<AFile, (string, string)>[])[Typed("ẩn\u200Bký tự"), Number("46115", 14)],
        },
    ];

    /// <summary>The cells to fill in, by their pointers.</summary>
    public static IEnumerable<(string Pointer, (string Sheet, string Cell) At, FieldType Type)> Cells(WorkbookContent content, Form form)
    {
        foreach (var (pointer, place) in content.Places)
        {
            var parts = pointer.Split('/');
            var type = parts[1] == "answers"
                && form.Find(FieldCode.Of(parts[2])) is { IsDerived: false, Type: not FieldType.Attachment } field
                ? field.Type
                : null;
            var asked = (type, parts.Length) switch
            {
                (FieldType.Table table, 5) => table.Columns.Single(column => column.Code == parts[4]).Type,
                (FieldType.Table, _) => null,
                _ => type,
            };
            if (asked is not null)
            {
                yield return (pointer, (place.Sheet, place.Cell), asked);
            }
        }
    }

    private static Action<AFile, (string Sheet, string Cell)>[] OfNumber(NumericBounds bounds) =>
    [
        Typed("mười"), Typed("1,2,3"), Number("46115", 14), Number("1E+15", 0),
        Number((bounds.Min - 1).ToString(CultureInfo.InvariantCulture), 0),
        Number($"{bounds.Min.ToString(CultureInfo.InvariantCulture)}.1234567", 0),
    ];

    private static Action<AFile, (string Sheet, string Cell)> Typed(string text) => (file, at) => file.Type(at, text);

    private static Action<AFile, (string Sheet, string Cell)> Number(string number, int format) =>
        (file, at) => file.TypeNumber(at, number, format);
}
