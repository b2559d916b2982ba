using VksServerless.Cycles;
using VksServerless.Reports;

namespace VksServerless.Access;

public static class DutyRefusals
{
    public static Refusal WriterSigns(DoneBy written) => new(
        RefusalKind.Forbidden, "writer-does-not-sign", "Người lập không ký duyệt",
        $"Người lập báo cáo không tự ký duyệt: {Text(written)} đã trình bản này. Cần Thủ trưởng hoặc người được ủy quyền khác ký, hoặc "
        + "cán bộ khác trình lại.");

    public static Refusal WriterAccepts(DoneBy written) => new(
        RefusalKind.Forbidden, "writer-does-not-accept", "Người lập không duyệt",
        $"Người lập báo cáo không tự duyệt: {Text(written)} đã nộp bản này. Cần người khác duyệt.");

    public static Refusal SignerAccepts(DoneBy signed) => new(
        RefusalKind.Forbidden, "signer-does-not-accept", "Người ký không duyệt",
        $"Người ký báo cáo không tự duyệt: {Text(signed)} đã ký bản này. Cần người khác duyệt.");

    public static Refusal AuthorInspects(DoneBy done, string did) => new(
        RefusalKind.Forbidden, "author-does-not-inspect", "Người lập, người ký không kiểm tra",
        $"Người lập hoặc ký báo cáo không tự kiểm tra hồ sơ của báo cáo đó: {Text(done)} đã {did} bản này. Cần người khác kiểm tra.");

    public static Refusal JudgeApproves(EarlierStep step) => new(
        RefusalKind.Forbidden, "judge-does-not-approve-alone", "Cần thêm người duyệt độc lập",
        "Người đã duyệt báo cáo đơn vị hoặc điều chỉnh số liệu không một mình duyệt báo cáo tổng hợp: "
        + $"{Text(step.Done)} đã {step.What}. Cần người chưa làm các việc đó duyệt.");

    private static string Text(DoneBy done) => $"{done.Name}, lúc {CycleRefusals.Text(done.At)},";
}
