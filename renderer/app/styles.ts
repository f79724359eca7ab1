// The order is the cascade: the library's layer first, then our tokens, then what dresses one in the other.
import '@mantine/core/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/mantine-skin.css';
