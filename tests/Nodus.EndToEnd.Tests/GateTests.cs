using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Nodus.EndToEnd.Tests;

/// <summary>No muscle is named before the questions are answered, and none while something stops.</summary>
[Collection(OneSite.Name)]
public sealed class GateTests(RunningSite site)
{
    [Fact]
    public async Task Drawing_NamesNoMuscleBeforeTheQuestionsAreAnswered()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site, gateOpen: false);
        await workbench.DrawRightShoulderAsync();
        await Expect(workbench.Page.Locator(".gate-question").First).ToBeVisibleAsync();
        await Expect(workbench.Muscles).ToHaveCountAsync(0);
        Assert.DoesNotContain("Infraspinatus", await workbench.Page.Locator(".locate").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await Axe.ViolationsAsync(workbench.Page));

        await workbench.AnswerNoToTheRestAsync();
        await Expect(workbench.First).ToContainTextAsync("right");

        // Another place asks its own questions, and the answers so far are kept over a reload.
        await workbench.DrawAsync((390, 420), (390, 470));
        await Expect(workbench.Muscles).ToHaveCountAsync(0);
        await workbench.Page.ReloadAsync();
        await workbench.WakeAsync();
        await Expect(workbench.Muscles).ToHaveCountAsync(0);
        await workbench.AnswerNoToTheRestAsync();
        await Expect(workbench.First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task AnEmergency_StopsAtOnceWithTheNumberOfTheCountry_AndOnlyAClinicianOpens()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site, gateOpen: false);
        await workbench.DrawAsync((390, 420), (390, 470));
        await workbench.Question("chest_pain").GetByText("Yes").ClickAsync();
        await workbench.Question("sweating_nausea").GetByText("Yes").ClickAsync();
        ILocator stop = workbench.Page.Locator(".stop-card.emergency");
        await Expect(stop).ToContainTextAsync("Call 999");
        await Expect(workbench.Muscles).ToHaveCountAsync(0);
        Assert.Empty(await Axe.ViolationsAsync(workbench.Page));
        await workbench.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Empty(await Axe.ColourViolationsAsync(workbench.Page));

        ILocator form = workbench.Page.Locator(".override");
        await form.Locator("summary").ClickAsync();
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(form.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say who you are");
        await form.GetByLabel("Who", new() { Exact = true }).FillAsync("Dr Who");
        await form.GetByLabel("What was examined").FillAsync("ECG and troponin normal an hour ago.");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(workbench.Page.Locator(".triage-bar.overridden")).ToContainTextAsync("Opened by a clinician");
        await Expect(workbench.First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task OnAPhone_APatientAnswersOneByOne_AndIsToldNoMuscle()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site, 390, 844, gateOpen: false);
        IPage page = workbench.Page;
        await workbench.DrawRightShoulderAsync();
        await page.Locator(".sheet-handle").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "It is my pain" }).ClickAsync();
        ILocator question = page.Locator(".one-question h2");
        string first = await question.InnerTextAsync();
        await page.Locator("[data-answer=no]").ClickAsync();
        await Expect(question).Not.ToHaveTextAsync(first);
        await page.GetByRole(AriaRole.Button, new() { Name = "Back one question" }).ClickAsync();
        await Expect(question).ToHaveTextAsync(first);
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"));

        const int questionsMost = 60;
        ILocator no = page.Locator("[data-answer=no]");
        for (int asked = 0; asked < questionsMost && await no.CountAsync() > 0; asked++)
        {
            string now = await question.InnerTextAsync();
            await no.ClickAsync();
            await Expect(page.Locator(".done").Or(question.Filter(new() { HasNotText = now })).First).ToBeVisibleAsync();
        }

        await Expect(page.Locator(".done")).ToContainTextAsync("Show this to your therapist");
        await Expect(workbench.Muscles).ToHaveCountAsync(0);
        await Expect(page.Locator(".override")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Words_AreSuspectedUntilDenied()
    {
        await using WorkbenchPage workbench = await WorkbenchPage.OpenAsync(site, gateOpen: false);
        IPage page = workbench.Page;
        await workbench.DrawRightShoulderAsync();
        await page.Locator(".words summary").ClickAsync();
        ILocator text = page.GetByLabel("The complaint in the patient's own words");
        await text.FillAsync("I have slurred speech since this morning");
        await text.BlurAsync();
        await Expect(page.Locator(".stop-card")).ToContainTextAsync("Not confirmed yet");
        ILocator proposal = page.Locator(".proposal");
        await Expect(proposal.First).ToContainTextAsync("slurred");
        while (await proposal.CountAsync() > 0) await proposal.First.GetByText("No", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator(".stop-card")).ToHaveCountAsync(0);
    }
}
