namespace VksServerless.Application.Publications;

/// <summary>Thông tin ký ban hành: who signs, in whose place, and who receives the document.</summary>
/// <param name="Authority">E.g. KT. VIỆN TRƯỞNG, TM. BAN CHỈ ĐẠO; empty: the signer signs in their own right.</param>
/// <param name="Title">E.g. PHÓ VIỆN TRƯỞNG.</param>
/// <param name="Name">Full name of the signer; empty: left blank.</param>
/// <param name="Recipients">Nơi nhận, a line each without the leading dash; the last one is "Lưu: VT, …".</param>
public sealed record SigningDetails(string Authority, string Title, string Name, IReadOnlyList<string> Recipients)
{
    /// <summary>What the plan is about, e.g. "chuyển đổi số của ngành Kiểm sát nhân dân năm 2024"; empty: it is not said.</summary>
    public string PlanSubject { get; init; } = "";

    /// <summary>Địa danh: where it is issued.</summary>
    public string Place { get; init; } = "Hà Nội";

    /// <summary>The head signs; the usual recipients of a report of the sector.</summary>
    public static SigningDetails Usual { get; } = new(
        "",
        "VIỆN TRƯỞNG",
        "",
        [
            "Các đồng chí Lãnh đạo VKSND tối cao (để báo cáo);",
            "Các đơn vị thuộc VKSND tối cao;",
            "VKSND các tỉnh, thành phố trực thuộc Trung ương;",
            "Lưu: VT, C2.",
        ]);
}
