using System.Globalization;
using VksServerless.Forms;

namespace VksServerless.Web.Portal.Reports;

/// <summary>What the inputs of a form are called when they are posted, and where they stand on the page.</summary>
internal static class FormNames
{
    /// <summary>Posted by a field's checkbox "không áp dụng".</summary>
    public const string NotApplicable = "khong-ap-dung";

    public static string Of(FieldCode field) => $"a.{field}";

    public static string Cell(FieldCode field, int row, string column) =>
        string.Create(CultureInfo.InvariantCulture, $"a.{field}.{row}.{column}");

    /// <summary>How the answer stood when the page was made, so that what somebody else has changed meanwhile is seen.</summary>
    public static string Before(FieldCode field) => $"b.{field}";

    /// <summary>How many rows of a table the page shows.</summary>
    public static string Rows(FieldCode field) => $"r.{field}";

    public static string RemovedRow(FieldCode field) => $"x.{field}";

    public static string Explanation(string rule) => $"e.{rule}";

    public static string Upload(FieldCode field) => $"u.{field}";

    public static string RemovedFile(FieldCode field) => $"d.{field}";

    /// <summary>Which keys a phone shows: those of decimals have no minus on an iPhone.</summary>
    public static string KeysFor(FieldType type) => type switch
    {
        FieldType.Date => "numeric",
        { Bounds.Min: >= 0 } => "decimal",
        _ => "text",
    };

    /// <summary>The id of an input, or of what stands for it on the page.</summary>
    public static string Id(string name) => name.Replace('.', '-');
}
