namespace VksServerless.Documents.Charts;

/// <summary>What drawings say about themselves.</summary>
internal static class Remarks
{
    public const string None = "Không có số liệu.";

    public static string Left(int rows) => $"Còn {Written.Count(rows)} dòng nữa trong bảng.";

    public static string Described(int rows, IEnumerable<string> parts) => rows == 0
        ? None
        : $"Biểu đồ thanh, {Written.Count(rows)} dòng: {string.Join(", ", parts)}. Số liệu có trong bảng kèm theo.";
}
