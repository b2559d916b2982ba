namespace VksServerless.Domain.Tests.Kernel;

public class Searching_names
{
    [Theory]
    [InlineData("VKSND huyện Càng Long, tỉnh Trà Vinh", "Viện kiểm sát nhân dân huyện Càng Long, tỉnh Trà Vinh")]
    [InlineData("dak lak", "Đắk Lắk")]
    [InlineData("VIEN KIEM SAT", "Viện kiểm sát")]
    public void Accents_capitals_and_the_usual_abbreviation_do_not_matter(string typed, string name) =>
        Search.Plain(typed).ShouldBe(Search.Plain(name));
}
