import { createTheme, Modal, Tooltip, type MantineSize } from '@mantine/core';

const dense = { defaultProps: { size: 'xs' satisfies MantineSize } };

/** Defaults of the component library. Colours come from tokens.css: nothing is written into the page while it runs. */
export const mantineTheme = createTheme({
  primaryColor: 'blue',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: dense,
    ActionIcon: dense,
    TextInput: dense,
    Textarea: dense,
    NumberInput: dense,
    Select: dense,
    MultiSelect: dense,
    TagsInput: dense,
    Autocomplete: dense,
    JsonInput: dense,
    PasswordInput: dense,
    Checkbox: dense,
    Switch: dense,
    SegmentedControl: dense,
    // Locking the scroll would insert a <style>, which the content security policy forbids; the page never scrolls.
    Modal: Modal.extend({ defaultProps: { lockScroll: false, radius: 'md', transitionProps: { duration: 120 } } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 450, transitionProps: { duration: 80 } } }),
    // The menu itself has the focus when it opens; an element in it for that alone would be heard.
    Menu: {
      defaultProps: { transitionProps: { duration: 60 }, returnFocus: true, withInitialFocusPlaceholder: false },
    },
  },
});
