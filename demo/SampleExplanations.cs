namespace VksServerless.Demo;

/// <summary>With which words sample units explain what is unusual.</summary>
internal static class SampleExplanations
{
    private static readonly string[] Usual =
    [
        "Đã đối chiếu với sổ thụ lý và hồ sơ lưu của đơn vị: số liệu đúng với thực tế của kỳ.",
        "Trong kỳ phát sinh nhiều hơn thường lệ; lãnh đạo đơn vị đã kiểm tra và xác nhận.",
        "Kỳ trước đơn vị kê thiếu, nay đã rà soát lại; số của kỳ này là số đúng.",
        "Đặc thù của đơn vị có ít người, ít việc nên tỷ lệ thay đổi lớn dù số tuyệt đối nhỏ.",
    ];

    public static string Of(DemoUnit unit, string rule, int seed) => Usual[DemoUnit.Chances(seed, unit.Code, rule).Next(Usual.Length)];
}
