namespace VksServerless.Local.Demo;

/// <summary>With which words sample units explain what is unusual.</summary>
internal static class Explaining
{
    private static readonly string[] Usual =
    [
        "Đã đối chiếu với sổ thụ lý và hồ sơ lưu của đơn vị: số liệu đúng với thực tế của kỳ.",
        "Trong kỳ phát sinh nhiều hơn thường lệ; lãnh đạo đơn vị đã kiểm tra và xác nhận.",
        "Kỳ trước đơn vị kê thiếu, nay đã rà soát lại; số của kỳ này là số đúng.",
        "Đặc thù của đơn vị có ít người, ít việc nên tỷ lệ thay đổi lớn dù số tuyệt đối nhỏ.",
    ];

    public static string Of(Part part, string rule, int seed) => Usual[Part.Chances(seed, part.Code, rule).Next(Usual.Length)];
}
